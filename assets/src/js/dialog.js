// [data-dialog="id"] opens <dialog id>; [data-close] closes; [data-safe] gets the focus; dialog[data-dialog-open] opens by itself.
import { forEach, on } from './content.js'

on('click', '[data-dialog]', (opener, event) => {
  const dialog = document.getElementById(opener.dataset.dialog)
  if (!dialog) return
  event.preventDefault()
  showDialog(dialog)
})
on('click', '[data-close]', (button, event) => {
  const dialog = button.closest('dialog')
  if (!dialog) return
  event.preventDefault()
  closeDialog(dialog)
})
// A press outside closes only what holds nothing typed.
on('click', 'dialog', (dialog, event) => {
  if (event.target === dialog && !dialog.querySelector('form') && isOutside(dialog, event)) closeDialog(dialog)
})
forEach('dialog[data-dialog-open]', showDialog)

export function showDialog(dialog) {
  if (dialog.open) return
  if (dialog.showModal) dialog.showModal()
  else showPlain(dialog)
  const safe = dialog.querySelector('[data-safe]') || dialog.querySelector('[autofocus]') || dialog.querySelector('[data-close]')
  if (safe) safe.focus()
}

function closeDialog(dialog) {
  if (dialog.close) return dialog.close()
  dialog.removeAttribute('open')
  if (dialog.opener) dialog.opener.focus()
}

function showPlain(dialog) {
  dialog.opener = document.activeElement
  dialog.classList.add('is-plain')
  dialog.setAttribute('open', '')
}

function isOutside(dialog, { clientX, clientY }) {
  const box = dialog.getBoundingClientRect()
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom
}
