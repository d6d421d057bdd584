// Ticks in [data-row] of a form; [data-tick-all]; the bar [data-bulk] in the form (or data-bulk="form id")
// with [data-bulk-count] and [data-bulk-clear].
import { forEach, on } from './content.js'

on('change', '[data-row] input[type="checkbox"], [data-tick-all]', box => {
  const form = box.form
  if (!form) return
  if ('tickAll' in box.dataset) boxesOf(form).forEach(each => { each.checked = box.checked })
  show(form)
})
on('click', '[data-bulk-clear]', button => clearTicks(formOf(button.closest('[data-bulk]'))))
forEach('[data-bulk]', bar => show(formOf(bar)))
addEventListener('pageshow', () => document.querySelectorAll('[data-bulk]').forEach(bar => show(formOf(bar))))

function boxesOf(form) {
  return [...form.elements].filter(field =>
    field.type === 'checkbox' && !field.disabled && field.closest('[data-row]'))
}

// True when there was something to clear, so that Esc does one thing at a time.
export function clearTicks(form) {
  const ticked = form ? boxesOf(form).filter(box => box.checked) : []
  ticked.forEach(box => { box.checked = false })
  if (ticked.length) show(form)
  return ticked.length > 0
}

function formOf(bar) {
  return bar.closest('form') || document.getElementById(bar.dataset.bulk)
}

function show(form) {
  if (!form) return
  const boxes = boxesOf(form)
  const ticked = boxes.filter(box => box.checked)
  for (const box of boxes) {
    const row = box.closest('[data-row]')
    if (box.checked) row.setAttribute('aria-selected', 'true')
    else row.removeAttribute('aria-selected')
  }
  for (const all of form.querySelectorAll('[data-tick-all]')) {
    all.checked = boxes.length > 0 && ticked.length === boxes.length
    all.indeterminate = ticked.length > 0 && !all.checked
  }
  for (const bar of document.querySelectorAll('[data-bulk]')) {
    if (formOf(bar) !== form) continue
    bar.hidden = ticked.length === 0
    bar.querySelectorAll('[data-bulk-count]').forEach(out => { out.textContent = ticked.length })
  }
}
