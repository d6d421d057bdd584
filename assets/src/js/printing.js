import { on } from './content.js'

on('click', '[data-print]', (button, event) => {
  event.preventDefault()
  window.print()
})
