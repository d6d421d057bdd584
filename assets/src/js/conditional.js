// [data-show-when="name=value,value2"]
import { forEach, on } from './content.js'

const blocks = '[data-show-when]'

on('change', 'input, select', update)
document.addEventListener('reset', () => setTimeout(update))
forEach(blocks, update)
addEventListener('pageshow', update)

// "kind=report,complaint" any of these; "kind=report;named=yes" all of these; "agree" anything ticked or filled.
function update() {
  for (const block of document.querySelectorAll(blocks)) {
    const form = block.closest('form') || document
    block.hidden = !block.dataset.showWhen.split(';').every(condition => isMet(form, condition))
    for (const field of block.querySelectorAll('input, select, textarea, button')) toggle(field)
  }
}

function isMet(form, condition) {
  const [name, wanted] = condition.split('=')
  const values = [...form.querySelectorAll(`[name="${CSS.escape(name.trim())}"]`)]
    .filter(field => !field.disabled && field.type !== 'hidden' && (!isTick(field) || field.checked))
    .map(field => field.value)
  return wanted === undefined
    ? values.some(value => value !== '')
    : wanted.split(',').some(value => values.includes(value.trim()))
}

function isTick(field) {
  return field.type === 'checkbox' || field.type === 'radio'
}

function toggle(field) {
  if (field.closest(`${blocks}[hidden]`)) {
    if (!field.disabled) field.dataset.conditional = ''
    field.disabled = true
  } else if ('conditional' in field.dataset) {
    field.disabled = false
    delete field.dataset.conditional
  }
}
