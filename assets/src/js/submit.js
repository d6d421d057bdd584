// Every form that posts. data-busy="off" for answers that are downloads; button[data-busy-text] for other words.
// A second press is caught here, and is harmless anyway: the form carries an idempotency key.
const busy = new Map()
const patience = 30000
const pressed = '正在交…'

document.addEventListener('submit', event => {
  if (!busy.has(event.target)) return
  event.preventDefault()
  event.stopImmediatePropagation()
}, true)

document.addEventListener('submit', event => {
  const form = event.target
  if (event.defaultPrevented || !leavesThePage(form)) return
  hold(form, event.submitter || firstSubmit(form))
})
document.addEventListener('htmx:beforeRequest', ({ detail }) => {
  if (detail.requestConfig.verb === 'get') return
  const event = detail.requestConfig.triggeringEvent
  hold(ownerOf(detail.elt), (event && event.submitter) || detail.elt.closest('button') || firstSubmit(ownerOf(detail.elt)))
})
document.addEventListener('htmx:afterRequest', ({ detail }) => {
  if (detail.requestConfig.verb === 'get') return
  release(ownerOf(detail.elt))
  if (detail.successful) renewKey(ownerOf(detail.elt))
})
addEventListener('pageshow', () => [...busy.keys()].forEach(release))

const leavesThePage = form =>
  form.method === 'post' && form.target !== '_blank' && form.dataset.busy !== 'off'

const ownerOf = element => element.closest('form') || element

const firstSubmit = form => form.querySelector('button:not([type]), button[type="submit"]')

// A form that stays on the page after it was taken: what is sent next is another submission.
function renewKey(form) {
  const field = form.querySelector('input[name="submission-key"]')
  if (!field || !form.isConnected) return
  const hex = [...crypto.getRandomValues(new Uint8Array(16))].map(byte => byte.toString(16).padStart(2, '0')).join('')
  field.value = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

function hold(form, button) {
  const timer = setTimeout(release, patience, form)
  const entry = { timer, button, words: button && [...button.childNodes] }
  busy.set(form, entry)
  if (!button) return
  button.style.minWidth = `${button.offsetWidth}px`
  button.setAttribute('aria-busy', 'true')
  button.textContent = button.dataset.busyText || pressed
}

function release(form) {
  const entry = busy.get(form)
  if (!entry) return
  busy.delete(form)
  clearTimeout(entry.timer)
  if (!entry.button) return
  entry.button.removeAttribute('aria-busy')
  entry.button.style.minWidth = ''
  entry.button.textContent = ''
  entry.button.append(...entry.words)
}
