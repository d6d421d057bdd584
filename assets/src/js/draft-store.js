// Drafts in localStorage. A browser that refuses storage keeps none, and nothing breaks.
const keepFor = 14 * 24 * 3600 * 1000
const prefix = 'uh-draft:'

export function remove(key) {
  try { localStorage.removeItem(prefix + key) } catch { /* no storage, nothing kept */ }
}

export function keys() {
  try {
    return Object.keys(localStorage).filter(name => name.startsWith(prefix)).map(name => name.slice(prefix.length))
  } catch {
    return []
  }
}

export function read(key) {
  try { return JSON.parse(localStorage.getItem(prefix + key)) } catch { return null }
}

export function write(key, fields) {
  try {
    localStorage.setItem(prefix + key, JSON.stringify({ at: Date.now(), fields }))
    return true
  } catch {
    return false
  }
}

// Of this tab, from the press of the button to the next page.
export function keepSent(sent) {
  try { sessionStorage.setItem(prefix + 'sent', JSON.stringify(sent)) } catch { /* no storage, nothing kept */ }
}

export function takeSent() {
  try {
    const sent = JSON.parse(sessionStorage.getItem(prefix + 'sent'))
    sessionStorage.removeItem(prefix + 'sent')
    return sent
  } catch {
    return null
  }
}

export function removeOld() {
  for (const key of keys()) {
    const draft = read(key)
    if (!draft || Date.now() - draft.at > keepFor) remove(key)
  }
}
