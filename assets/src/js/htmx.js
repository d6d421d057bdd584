import htmx from 'htmx.org'
import { csrfToken } from './content.js'
import { announce } from './announce.js'

// The same values stand in <meta name="htmx-config">, which is merged over these.
Object.assign(htmx.config, {
  includeIndicatorStyles: false,
  allowEval: false,
  selfRequestsOnly: true,
  historyCacheSize: 0,
  refreshOnHistoryMiss: true,
  responseHandling: [
    { code: '204', swap: false },
    { code: '[23]..', swap: true },
    { code: '4(09|22)', swap: true },
    { code: '...', swap: false, error: true },
  ],
})

document.addEventListener('htmx:configRequest', ({ detail }) => {
  if (detail.verb !== 'get') detail.headers.RequestVerificationToken = csrfToken()
})

const noNetwork = '没连上网，刚才那一步没送出去。您写的都在，有网了再按一次。'
const said = {
  403: '这一步现在不能由您来办，刷新一下，看看是谁在办。',
  413: '东西太大，没送出去。照片少选几张再试。',
  429: '按得太快了，歇一分钟再按。您写的都在。',
}
const ourFault = '我们这边出了点问题。您写的都在，过一分钟再按一次，不会交成两份。'

document.addEventListener('htmx:sendError', ({ detail }) => tell(detail.elt, noNetwork))
document.addEventListener('htmx:timeout', ({ detail }) => tell(detail.elt, noNetwork))
document.addEventListener('htmx:responseError', ({ detail }) => {
  if (detail.xhr.status === 401) location.reload()
  else tell(detail.elt, said[detail.xhr.status] || ourFault)
})
document.addEventListener('htmx:beforeRequest', ({ detail }) => {
  const note = place(detail.elt).querySelector('[data-network-note]')
  if (note) note.remove()
})

const place = element => element.closest('form, main') || document.body

function tell(element, text) {
  const note = document.createElement('p')
  note.className = 'uh-note uh-note--late'
  note.dataset.networkNote = ''
  note.textContent = text
  const old = place(element).querySelector('[data-network-note]')
  if (old) old.remove()
  place(element).prepend(note)
  announce(text)
}
