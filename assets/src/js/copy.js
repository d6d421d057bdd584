// <button data-copy="#reference">
import { on } from './content.js'
import { announce } from './announce.js'

on('click', '[data-copy]', async (button, event) => {
  const source = document.querySelector(button.dataset.copy)
  if (!source) return
  event.preventDefault()
  const done = await copy('value' in source ? source.value : source.innerText.trim())
  say(button, done ? '复制好了' : '没复制上，请长按文字复制')
})

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOldWay(text)
  }
}

// Plain-http intranets have no clipboard API.
function copyOldWay(text) {
  const area = document.createElement('textarea')
  area.value = text
  area.className = 'visually-hidden'
  const back = document.activeElement
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (back) back.focus()
  return done
}

function say(button, text) {
  announce(text)
  if (button.dataset.said) return
  const words = [...button.childNodes]
  button.dataset.said = '1'
  button.textContent = text
  setTimeout(() => {
    button.textContent = ''
    button.append(...words)
    delete button.dataset.said
  }, 2000)
}
