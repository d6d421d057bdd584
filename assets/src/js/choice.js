import { forEach, on } from './content.js'

// Only for browsers without :has, where the stylesheet cannot see what is ticked.
const labels = '.uh-pick, .uh-choice'

if (!(window.CSS && CSS.supports('selector(:has(a))'))) {
  forEach(labels, mark)
  on('change', labels, label => markAll(label.closest('form') || document))
  document.addEventListener('reset', event => setTimeout(markAll, 0, event.target))
  addEventListener('pageshow', () => markAll(document))
}

function markAll(root) {
  root.querySelectorAll(labels).forEach(mark)
}

function mark(label) {
  label.classList.toggle('is-checked', Boolean(label.querySelector('input:checked')))
}
