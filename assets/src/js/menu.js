// <details class="uh-menu"> closes when the attention goes elsewhere.
const closeOthers = inside => document.querySelectorAll('details.uh-menu[open]').forEach(menu => {
  if (!menu.contains(inside)) menu.open = false
})
document.addEventListener('click', event => closeOthers(event.target))
document.addEventListener('focusin', event => closeOthers(event.target))
document.addEventListener('keydown', event => {
  const menu = event.key === 'Escape' && document.querySelector('details.uh-menu[open]')
  if (!menu) return
  event.preventDefault()
  menu.open = false
  menu.querySelector('summary').focus()
}, true)
