// <textarea id="w" data-count="2000"> and, anywhere, <p data-count-out="w"></p>. Counts code points; a line break is one.
import { forEach, on } from './content.js'

on('input', 'textarea[data-count]', show)
forEach('textarea[data-count]', show)
document.addEventListener('reset', event =>
  setTimeout(() => event.target.querySelectorAll('textarea[data-count]').forEach(show)))

function show(area) {
  const limit = Number(area.dataset.count)
  const length = [...area.value].length
  const out = outputOf(area)
  const over = length > limit
  out.textContent = `${length} / ${limit} 字${over ? `，多了 ${length - limit} 字` : ''}`
  out.classList.toggle('uh-late-text', over)
  out.setAttribute('aria-live', over ? 'polite' : 'off')
}

function outputOf(area) {
  const named = area.id && document.querySelector(`[data-count-out="${CSS.escape(area.id)}"]`)
  if (named) return named
  const next = area.nextElementSibling
  if (next && 'countOut' in next.dataset) return next
  const out = document.createElement('p')
  out.className = 'uh-muted small uh-right'
  out.dataset.countOut = area.id
  area.after(out)
  return out
}
