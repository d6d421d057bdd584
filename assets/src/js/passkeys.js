// <form data-passkey="/address-of-options" hidden>: asks the device before it is sent; a browser without passkeys never shows it.
import { forEach, csrfToken } from './content.js'

const api = window.PublicKeyCredential
const works = api && api.parseCreationOptionsFromJSON && api.parseRequestOptionsFromJSON
const refused = '这台设备没有给出通行密钥，再试一次，或用密码登录。'

if (works) {
  forEach('[data-passkey]', form => {
    form.hidden = false
    form.addEventListener('submit', ask)
  })
  forEach('[data-passkey-missing]', note => { note.hidden = true })
}

async function ask(event) {
  const form = event.target
  const answer = form.querySelector('[data-passkey-answer]')
  if (answer.value || [...form.querySelectorAll('.form-control')].some(field => !field.value)) return
  event.preventDefault()
  try {
    answer.value = JSON.stringify(await credential(form))
    form.requestSubmit(event.submitter)
  } catch (problem) {
    say(form, problem.sentence || refused)
  }
}

async function credential(form) {
  const body = new FormData(form)
  body.set('submission-key', crypto.randomUUID())
  const response = await fetch(form.dataset.passkey, { method: 'POST', body, headers: { RequestVerificationToken: csrfToken() } })
  if (!response.ok) throw Object.assign(new Error(), { sentence: response.status === 422 && await response.text() })
  const options = await response.json()
  return 'user' in options
    ? navigator.credentials.create({ publicKey: api.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: api.parseRequestOptionsFromJSON(options) })
}

function say(form, sentence) {
  const note = form.querySelector('[data-passkey-said]') || form.appendChild(document.createElement('p'))
  note.dataset.passkeySaid = ''
  note.className = 'invalid-feedback'
  note.setAttribute('role', 'alert')
  note.textContent = sentence
}
