// <div data-digits> around each group of radios, checkboxes or buttons that 1–9 choose from.
import { isPressable, isVisible } from './content.js'

// Number keys answer the group that has the focus, else the first unanswered one, and then go on to the next.
export function answer(number, scope) {
  const groups = [...scope.querySelectorAll('[data-digits]')].filter(isVisible)
  const focused = document.activeElement && document.activeElement.closest('[data-digits]')
  const group = (groups.includes(focused) && focused) || groups.find(each => !each.querySelector(':checked')) || groups[0]
  if (!group) return false
  const choice = [...group.querySelectorAll('input[type="radio"], input[type="checkbox"], button')]
    .filter(isPressable)[number - 1]
  if (!choice) return false
  choice.focus()
  choice.click()
  const next = choice.type === 'radio' && groups[groups.indexOf(group) + 1]
  const field = next && (next.querySelector('input:checked') || next.querySelector('input'))
  if (field) field.focus()
  return true
}
