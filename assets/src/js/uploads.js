// <input type="file" id="f" name="Photos" data-upload="/files" data-name="PhotoIds" data-max="9" data-max-size="10485760">
// and <ul class="uh-files" data-files="f"></ul>. Each file goes up alone; its id returns in a hidden field.
import { forEach, on, csrfToken } from './content.js'
import { announce } from './announce.js'
import { addItem, sizeText } from './upload-item.js'

const tooBig = limit => `太大了，最大 ${sizeText(limit)}`
const noNetwork = '没传上，网络断了'
const noAnswer = '没传上，再传一次试试'

on('change', 'input[type="file"][data-upload]', input => {
  const files = [...input.files]
  input.value = ''
  const room = Number(input.dataset.max || Infinity) - listOf(input).children.length
  files.slice(0, Math.max(0, room)).forEach(file => send(input, file))
  if (files.length > room) announceTo(input, `最多 ${input.dataset.max} 个，多的没有加`)
})
on('click', '[data-file-remove]', button => {
  const item = button.closest('li')
  const list = item.parentElement
  if (item.request) item.request.abort()
  item.remove()
  const next = list.querySelector('[data-file-remove]') || inputOf(list)
  if (next) next.focus()
  announce('去掉了')
  goOn(list)
})
// Where this script runs, files go up one by one and the plain field is never posted.
forEach('input[type="file"][data-upload]', input => { input.multiple = input.dataset.max !== '1' })

document.addEventListener('submit', event => {
  const sending = event.target.querySelectorAll('.uh-files [data-sending]')
  if (!sending.length) return
  event.preventDefault()
  event.stopImmediatePropagation()
  event.target.waiting = event.submitter || event.target.querySelector('button:not([type]), button[type="submit"]')
  announceTo(inputOf(sending[0].parentElement), `还有 ${sending.length} 个在传，传完就交`)
}, true)

function send(input, file) {
  const item = addItem(listOf(input), file)
  const limit = Number(input.dataset.maxSize || Infinity)
  if (file.size > limit) return item.fail(tooBig(limit))
  const again = () => post(input, file, item, again)
  again()
}

function post(input, file, item, again) {
  const request = new XMLHttpRequest()
  const body = new FormData()
  body.append('file', file, file.name)
  request.open('POST', input.dataset.upload)
  request.setRequestHeader('RequestVerificationToken', csrfToken())
  request.setRequestHeader('Accept', 'application/json')
  request.upload.onprogress = event => event.lengthComputable && item.progress(event.loaded / event.total)
  request.onload = () => {
    const answer = parse(request.responseText)
    if (request.status >= 200 && request.status < 300 && answer.id) {
      item.done(input.dataset.name, answer)
      announce(`${file.name} 传好了`)
    } else {
      const mayTryAgain = request.status >= 500 || request.status === 0
      item.fail(answer.detail || noAnswer, mayTryAgain && again)
      announce(`${file.name} ${answer.detail || noAnswer}`)
    }
    goOn(item.element.parentElement)
  }
  request.onerror = () => {
    item.fail(noNetwork, again)
    announce(`${file.name} ${noNetwork}`)
    goOn(item.element.parentElement)
  }
  item.start(request)
  request.send(body)
}

// The form that was pressed while files were on their way goes on when the last one has arrived.
function goOn(list) {
  const form = list && list.closest('form')
  if (!form || !form.waiting || form.querySelector('.uh-files [data-sending]')) return
  const button = form.waiting
  form.waiting = null
  if (form.querySelector('.uh-files .is-failed')) announceTo(inputOf(list), '有的没传上，看一眼再交')
  else button.click()
}

function listOf(input) {
  const named = document.querySelector(`[data-files="${CSS.escape(input.id)}"]`)
  if (named) return named
  const made = document.createElement('ul')
  made.className = 'uh-files'
  made.dataset.files = input.id
  ;(input.closest('label, .uh-photos') || input).after(made)
  return made
}

function inputOf(list) {
  return document.getElementById(list.dataset.files)
}

function announceTo(input, text) {
  announce(text)
  if (!input) return
  const list = listOf(input)
  let note = list.nextElementSibling
  if (!note || !('filesNote' in note.dataset)) {
    note = document.createElement('p')
    note.className = 'form-hint uh-soon-text uh-mt1'
    note.dataset.filesNote = ''
    list.after(note)
  }
  note.textContent = text
}

function parse(text) {
  try { return JSON.parse(text) || {} } catch { return {} }
}
