// A link [data-peek="/address"] shows that address in a small card while it is pointed at or focused, and by L for the current
// row. The card stays while the pointer is on it; Esc closes it. Without a script the link opens the whole page.
import { on } from './content.js'
import { announce } from './announce.js'

const wait = 350
let card, shownFor, timer

on('mouseover', '[data-peek], .uh-peek', target => keepOrShow(target))
on('mouseout', '[data-peek], .uh-peek', () => later(close))
on('focusin', '[data-peek]', target => later(() => show(target)))
on('focusout', '[data-peek]', () => later(close))
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape' || !card) return
  event.preventDefault()
  close()
}, true)
addEventListener('scroll', close, { passive: true, capture: true })

// True when there was something to show.
export function peekAt(row) {
  const link = row && row.querySelector('[data-peek]')
  if (!link) return false
  if (shownFor === link) close()
  else show(link).then(() => card && announce(card.textContent.replace(/\s+/g, ' ').trim()))
  return true
}

function keepOrShow(target) {
  if (target === card || target === shownFor) clearTimeout(timer)
  else later(() => show(target))
}

function later(act) {
  clearTimeout(timer)
  timer = setTimeout(act, wait)
}

async function show(link) {
  clearTimeout(timer)
  if (shownFor === link) return
  close()
  shownFor = link
  const answer = await fetch(link.dataset.peek, { headers: { 'HX-Request': 'true' } }).catch(() => null)
  if (!answer || !answer.ok || shownFor !== link) return
  const html = await answer.text()
  if (shownFor !== link) return
  card = document.createElement('div')
  card.className = 'uh-peek'
  card.innerHTML = html
  document.body.append(card)
  place(link.getBoundingClientRect())
}

function place(anchor) {
  const below = anchor.bottom + card.offsetHeight + 8 < innerHeight
  card.style.left = `${Math.max(8, Math.min(anchor.left, innerWidth - card.offsetWidth - 8))}px`
  card.style.top = `${below ? anchor.bottom + 4 : Math.max(8, anchor.top - card.offsetHeight - 4)}px`
}

function close() {
  clearTimeout(timer)
  if (card) card.remove()
  card = shownFor = undefined
}
