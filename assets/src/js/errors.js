// The error summary takes the focus, its links in the order of the fields.
import { forEach } from './content.js'

forEach('[data-errors]', summary => {
  inOrder([...summary.querySelectorAll('li')])
  summary.tabIndex = -1
  summary.focus()
})

function inOrder(lines) {
  const fieldOf = line => document.getElementById(line.firstElementChild?.hash?.slice(1) || '')
  const isAfter = (one, other) => one && other && other.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING
  const sorted = [...lines].sort((a, b) => isAfter(fieldOf(a), fieldOf(b)) ? 1 : isAfter(fieldOf(b), fieldOf(a)) ? -1 : 0)
  lines[0]?.parentElement.append(...sorted)
}
