// <form data-draft="key">: kept on this device after a second of rest, put back when the form comes back empty, offered when it comes
// filled. What was sent is forgotten on the page its answer leads to. [data-draft-status] is told; [data-draft-done="key"] or "*" on a
// later page forgets too; [data-draft-clear] is the button.
// The key must name the person and the thing: one phone may serve two people. [data-draft-skip] leaves a field out.
import { forEach, on } from './content.js'
import { keys, keepSent, read, remove, removeOld, takeSent, write } from './draft-store.js'

const rest = 1000
const neverSaved = ['file', 'password', 'hidden', 'submit', 'button', 'reset', 'image', 'fieldset', 'output']
// Dates, numbers and choices may come with a default; words never do.
const words = ['textarea', 'text', 'tel', 'email', 'url', 'search']
const timers = new Map()
const seen = new WeakSet()

on('input', 'form[data-draft]', form => {
  const key = form.dataset.draft
  clearTimeout(timers.get(key))
  timers.set(key, setTimeout(() => save(form), rest))
})
addEventListener('pagehide', saveWaiting)
document.addEventListener('visibilitychange', () => document.hidden && saveWaiting())
// A button with an address of its own (发出前看一眼) sends nothing yet, unless it leads away from the form.
document.addEventListener('submit', event => {
  const form = event.target.closest('form[data-draft]')
  if (!form || event.defaultPrevented) return
  save(form)
  keepSent({ key: form.dataset.draft, looks: Boolean(event.submitter && event.submitter.hasAttribute('formaction')) })
})
on('click', '[data-draft-restore]', button => {
  const form = button.closest('form[data-draft]')
  button.remove()
  putBack(form, read(form.dataset.draft))
})
on('click', '[data-draft-clear]', button => {
  const form = button.closest('form[data-draft]')
  forget(form.dataset.draft)
  form.reset()
  say(form, '草稿删了')
})

// "*" forgets every draft: the signed-out page uses it, the next person may hold the same phone.
forEach('[data-draft-done]', mark => {
  const done = mark.dataset.draftDone
  ;(done === '*' ? keys() : [done]).forEach(forget)
})
forgetSent()
forEach('form[data-draft]', form => {
  if (seen.has(form)) return
  seen.add(form)
  restore(form)
})
removeOld()

function save(form) {
  timers.delete(form.dataset.draft)
  const fields = {}
  for (const field of savable(form)) {
    const values = fields[field.name] || (fields[field.name] = [])
    if (isTick(field) ? field.checked : true) values.push(...valuesOf(field))
  }
  if (write(form.dataset.draft, fields)) say(form, '草稿已存')
}

function restore(form) {
  const draft = read(form.dataset.draft)
  if (!draft || form.querySelector('[data-errors], [aria-invalid="true"]')) return
  if (isEmpty(form)) putBack(form, draft)
  else if (isUntouched(form) && differs(form, draft)) offer(form)
}

function putBack(form, draft) {
  if (!draft) return
  const left = Object.fromEntries(Object.entries(draft.fields).map(([name, values]) => [name, [...values]]))
  const changed = []
  for (const field of savable(form)) {
    const values = left[field.name]
    if (values && put(field, values)) changed.push(field)
  }
  for (const field of changed) {
    field.dispatchEvent(new Event(isTick(field) || field.tagName === 'SELECT' ? 'change' : 'input', { bubbles: true }))
  }
  clearTimeout(timers.get(form.dataset.draft))
  timers.delete(form.dataset.draft)
  if (changed.length) say(form, '上次没交的，接着写')
}

// What was typed stands in other words than what the page brings: he chooses.
function offer(form) {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'btn'
  button.dataset.draftRestore = ''
  button.textContent = '接着上次写'
  form.prepend(button)
}

function differs(form, draft) {
  return savable(form).some(field => words.includes(field.type) && draft.fields[field.name] && !draft.fields[field.name].includes(field.value))
}

// Done is what was answered by going on to another page, and without an error on it; being asked to sign in first is neither.
function forgetSent() {
  const sent = takeSent()
  const [way] = performance.getEntriesByType('navigation')
  if (!sent || document.querySelector('[data-errors]') || location.pathname.startsWith('/sign-in') || (way && way.redirectCount === 0)) return
  if (sent.looks && document.querySelector(`form[data-draft="${CSS.escape(sent.key)}"]`)) return
  forget(sent.key)
}

// A page that came anew around what is being typed is no page that brings other words.
function isUntouched(form) {
  return savable(form).every(field => !words.includes(field.type) || field.value === field.defaultValue)
}

function put(field, values) {
  if (isTick(field)) {
    const ticked = values.includes(field.value)
    if (field.checked === ticked) return false
    field.checked = ticked
  } else if (field.multiple) {
    for (const option of field.options) option.selected = values.includes(option.value)
  } else {
    const value = values.shift()
    if (value === undefined || field.value === value) return false
    field.value = value
  }
  return true
}

function isTick(field) {
  return field.type === 'checkbox' || field.type === 'radio'
}

function valuesOf(field) {
  return field.multiple && field.options ? [...field.selectedOptions].map(option => option.value) : [field.value]
}

function savable(form) {
  return [...form.elements].filter(field =>
    field.name && !neverSaved.includes(field.type) && field.autocomplete !== 'one-time-code' && !('draftSkip' in field.dataset))
}

function isEmpty(form) {
  return savable(form).every(field => !words.includes(field.type) || field.value === '')
}

function saveWaiting() {
  for (const form of document.querySelectorAll('form[data-draft]')) {
    if (!timers.has(form.dataset.draft)) continue
    clearTimeout(timers.get(form.dataset.draft))
    save(form)
  }
}

function forget(key) {
  clearTimeout(timers.get(key))
  timers.delete(key)
  remove(key)
}

function say(form, text) {
  const status = form.querySelector('[data-draft-status]') || document.querySelector('[data-draft-status]')
  if (status) status.textContent = text
}
