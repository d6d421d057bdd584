// Runs `act` on every matching element: those here now, and those htmx brings later.
export function forEach(selector, act) {
  const visit = root => {
    if (root.matches && root.matches(selector)) act(root)
    root.querySelectorAll(selector).forEach(act)
  }
  visit(document)
  document.addEventListener('htmx:load', event => visit(event.detail.elt))
}

export function on(type, selector, act) {
  document.addEventListener(type, event => {
    const element = event.target.closest && event.target.closest(selector)
    if (element) act(element, event)
  })
}

export const isVisible = element => element.getClientRects().length > 0

export const isPressable = element =>
  isVisible(element) && !element.disabled && element.getAttribute('aria-disabled') !== 'true'

export const csrfToken = () => {
  const meta = document.querySelector('meta[name="csrf-token"]')
  return meta ? meta.content : ''
}
