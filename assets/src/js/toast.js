// .uh-toast[data-toast] in .uh-toasts: ten seconds, and as long as it is hovered or focused.
import { forEach } from './content.js'
import { announce } from './announce.js'

const life = 10000
const started = new WeakSet()

forEach('[data-toast]', start)
// From the server: HX-Trigger: {"uh:toast": "派给了清溪街道总工会，2 件"}
document.addEventListener('uh:toast', event => showToast(event.detail.value || event.detail))

export function showToast(text) {
  const toast = document.createElement('div')
  toast.className = 'uh-toast'
  toast.textContent = text
  shelf().append(toast)
  start(toast)
}

function start(toast) {
  if (started.has(toast)) return
  started.add(toast)
  announce(toast.textContent.trim())
  let left = life
  let since = 0
  let timer = 0
  const run = () => {
    if (timer) return
    since = performance.now()
    timer = setTimeout(() => toast.remove(), left)
  }
  const pause = () => {
    if (!timer) return
    clearTimeout(timer)
    timer = 0
    left = Math.max(2000, left - (performance.now() - since))
  }
  const resume = () => { if (!toast.matches(':hover') && !toast.contains(document.activeElement)) run() }
  toast.addEventListener('mouseenter', pause)
  toast.addEventListener('focusin', pause)
  toast.addEventListener('mouseleave', resume)
  toast.addEventListener('focusout', () => setTimeout(resume))
  run()
}

function shelf() {
  const found = document.querySelector('.uh-toasts')
  if (found) return found
  const made = document.createElement('div')
  made.className = 'uh-toasts'
  made.setAttribute('role', 'region')
  made.setAttribute('aria-label', '刚办的事')
  document.body.append(made)
  return made
}
