// One polite live region for everything a screen reader must hear without losing its place.
let region

export function announce(text) {
  if (!region || !region.isConnected) {
    region = document.createElement('div')
    region.className = 'visually-hidden'
    region.setAttribute('role', 'status')
    document.body.append(region)
  }
  region.textContent = ''
  setTimeout(() => { region.textContent = text }, 100)
}
