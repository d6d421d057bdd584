// J K X L Enter in [data-list] over [data-row] with a link [data-open] and a checkbox.
import { isVisible } from './content.js'
import { clearTicks } from './bulk.js'
import { peekAt } from './peek.js'

let lastTicked

const rows = () => [...document.querySelectorAll('[data-list] [data-row]')].filter(isVisible)

const current = () => {
  const focused = document.activeElement && document.activeElement.closest('[data-list] [data-row]')
  return focused || document.querySelector('[data-list] [data-row].is-current')
}

// Rows announce themselves with "uh:current", so that a preview can load by hx-trigger.
export function moveBy(step) {
  const all = rows()
  if (!all.length) return false
  const at = all.indexOf(current())
  const row = all[at < 0 ? 0 : Math.min(all.length - 1, Math.max(0, at + step))]
  makeCurrent(row)
  const link = row.querySelector('[data-open]') || row
  if (link === row) row.tabIndex = -1
  link.focus({ preventScroll: true })
  row.scrollIntoView({ block: 'nearest' })
  row.dispatchEvent(new CustomEvent('uh:current', { bubbles: true }))
  return true
}

export function openCurrent() {
  const row = current()
  const link = row && row.querySelector('[data-open]')
  if (link) link.click()
  return Boolean(link)
}

export const peekAtCurrent = () => peekAt(current())

export function tickCurrent(range) {
  const row = current()
  const box = row && row.querySelector('input[type="checkbox"]')
  if (!box) return false
  const all = rows()
  const from = range && all.includes(lastTicked) ? all.indexOf(lastTicked) : all.indexOf(row)
  const to = all.indexOf(row)
  if (from === to) box.click()
  else all.slice(Math.min(from, to), Math.max(from, to) + 1).forEach(tick)
  lastTicked = row
  return true
}

export function clearAll() {
  const row = current()
  const box = (row || document).querySelector('[data-row] input[type="checkbox"], input[type="checkbox"]')
  return clearTicks(box ? box.form : null)
}

function tick(row) {
  const box = row.querySelector('input[type="checkbox"]')
  if (box && !box.checked) box.click()
}

function makeCurrent(row) {
  row.closest('[data-list]').querySelectorAll('.is-current').forEach(old => {
    old.classList.remove('is-current')
    old.removeAttribute('aria-current')
  })
  row.classList.add('is-current')
  row.setAttribute('aria-current', 'true')
}

document.addEventListener('change', event => {
  const row = event.target.type === 'checkbox' && event.target.closest('[data-list] [data-row]')
  if (row) lastTicked = row
})
document.addEventListener('focusin', event => {
  const row = event.target.closest('[data-list] [data-row]')
  if (row) makeCurrent(row)
})
