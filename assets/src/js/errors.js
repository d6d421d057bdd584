// The error summary takes the focus.
import { forEach } from './content.js'

forEach('[data-errors]', summary => {
  summary.tabIndex = -1
  summary.focus()
})
