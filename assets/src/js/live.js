// [data-live="/live/desk"] with [data-live-bar hidden] in it or on the page; data-live-text="有 {n} 件新的，点这里看".
// data-live-quiet shows no bar. Also raises "uh:live" on the element, for hx-trigger. On return it asks with ?after=<last event id>.
import { forEach } from './content.js'

const gather = 2000
const firstWait = 2000
const longestWait = 60000
const hiddenLong = 60000

forEach('[data-live]', element => {
  if (element.stream || !window.EventSource) return
  element.stream = true
  follow(element)
})

function follow(element) {
  let source, retry, quiet, showTimer
  let wait = firstWait
  let after = ''
  let count = 0

  const open = () => {
    if (source || !element.isConnected) return
    const url = new URL(element.dataset.live, location.href)
    if (after) url.searchParams.set('after', after)
    source = new EventSource(url)
    source.onopen = () => { wait = firstWait }
    source.onmessage = receive
    source.onerror = () => {
      close()
      if (!document.hidden) retry = setTimeout(open, wait * (0.75 + Math.random() / 2))
      wait = Math.min(longestWait, wait * 2)
    }
  }
  const close = () => {
    clearTimeout(retry)
    if (source) source.close()
    source = null
  }
  const receive = event => {
    if (!element.isConnected) return close()
    after = event.lastEventId || after
    count += countIn(event.data)
    element.dispatchEvent(new CustomEvent('uh:live', { bubbles: true, detail: { data: event.data } }))
    if (!showTimer && !('liveQuiet' in element.dataset)) showTimer = setTimeout(() => { showTimer = 0; showBar(element, count) }, gather)
  }

  document.addEventListener('visibilitychange', () => {
    clearTimeout(quiet)
    if (document.hidden) quiet = setTimeout(close, hiddenLong)
    else open()
  })
  addEventListener('pagehide', close)
  addEventListener('pageshow', event => { if (event.persisted) open() })
  open()
}

// A message is a number, {"count": number}, or anything else, which counts as one.
function countIn(data) {
  try {
    const value = JSON.parse(data)
    return Number(value && typeof value === 'object' ? value.count : value) || 1
  } catch {
    return 1
  }
}

function showBar(element, count) {
  const bar = element.querySelector('[data-live-bar]') || document.querySelector('[data-live-bar]')
  if (!bar) return
  const words = element.dataset.liveText || '有 {n} 件新的，点这里看'
  bar.hidden = false
  let link = bar.querySelector('a')
  if (!link) {
    link = document.createElement('a')
    link.href = location.href.split('#')[0]
    bar.append(link)
  }
  link.textContent = words.replace('{n}', count)
}
