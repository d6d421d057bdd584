// Keys of the desk. [data-key="C"] (also "Esc", "Space") presses that button or link; [data-goto="1"] after G;
// [data-search] for /; dialog#keys for ?; [data-ctrl-enter] in the focused form. Rows: rows.js. Digits: answers.js.
import { isPressable, isVisible } from './content.js'
import { moveBy, openCurrent, peekAtCurrent, tickCurrent, clearAll } from './rows.js'
import { answer } from './answers.js'
import { showDialog } from './dialog.js'

const digit = /^[1-9]$/
const fullWidth = { '？': '?', '、': '/', '／': '/' }
let goUntil = 0

document.addEventListener('keydown', event => {
  if (event.isComposing || event.keyCode === 229 || event.defaultPrevented) return
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return take(event, send(event.target))
  if (event.ctrlKey || event.metaKey || event.altKey) return
  if (isTextField(event.target)) return leaveSearch(event)
  if (event.key === 'Escape') return take(event, !openDialog() && (clearAll() || press('Esc')))
  if (document.documentElement.dataset.keys === 'off') return
  take(event, single(event))
})

function single(event) {
  const key = fullWidth[event.key] || event.key
  const name = key === ' ' ? 'Space' : key.length === 1 ? key.toUpperCase() : key
  if (performance.now() < goUntil) {
    goUntil = 0
    if (digit.test(key)) return click(`[data-goto="${key}"]`)
  }
  if (name === 'Space') return onNothing(event.target) && press(name)
  if (name === 'Enter') return onNothing(event.target) && openCurrent()
  if (event.repeat && name !== 'J' && name !== 'K') return false
  if (digit.test(key)) return answer(Number(key), openDialog() || document) || press(key)
  if (openDialog()) return press(name)
  switch (name) {
    case 'J': return moveBy(1)
    case 'K': return moveBy(-1)
    case 'X': return tickCurrent(event.shiftKey) || press(name)
    case 'L': return peekAtCurrent() || press(name)
    case '/': return focusSearch()
    case '?': return showKeys()
    case 'G':
      goUntil = document.querySelector('[data-goto]') ? performance.now() + 1500 : 0
      return goUntil > 0 || press(name)
  }
  return press(name)
}

const press = name => click(`[data-key="${CSS.escape(name)}"]`)

function click(selector) {
  const scope = openDialog() || document
  const target = [...scope.querySelectorAll(selector)].find(isPressable)
  if (!target) return false
  target.focus()
  target.click()
  return true
}

function send(from) {
  const scope = from.closest('form') || openDialog() || document
  const button = [...scope.querySelectorAll('[data-ctrl-enter]')].find(isPressable)
  if (button) button.click()
  return Boolean(button)
}

function focusSearch() {
  const field = [...document.querySelectorAll('[data-search]')].find(isVisible)
  if (!field) return false
  field.focus()
  field.select()
  return true
}

function leaveSearch(event) {
  if (event.key === 'Escape' && 'search' in event.target.dataset) event.target.blur()
}

function showKeys() {
  const dialog = document.getElementById('keys')
  if (dialog) showDialog(dialog)
  return Boolean(dialog)
}

const openDialog = () => document.querySelector('dialog[open]')

const onNothing = target => target === document.body || target.matches('main, [data-row], [tabindex="-1"]')

function isTextField(target) {
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  return target.tagName === 'INPUT' && !['checkbox', 'radio', 'button', 'submit', 'range', 'file'].includes(target.type)
}

function take(event, done) {
  if (done) event.preventDefault()
}
