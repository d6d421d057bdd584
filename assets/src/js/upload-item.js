export const sizeText = bytes => bytes < 1024 * 1024
  ? `${Math.max(1, Math.round(bytes / 1024))} KB`
  : `${(bytes / 1024 / 1024).toFixed(1)} MB`

// One line of .uh-files. The server writes the same markup for files that were already there:
// <li><span class="pic">JPG</span><span><span class="name">…</span><span class="said">…</span></span>
// <button type="button" class="btn" data-file-remove aria-label="去掉 …">去掉</button><input type="hidden" …></li>
export function addItem(list, file) {
  const element = document.createElement('li')
  const name = make('span', 'name', file.name)
  const said = make('span', 'said', '')
  const words = make('span', '', '')
  words.append(name, said)
  const buttons = make('span', 'uh-row', '')
  const remove = button('去掉', `去掉 ${file.name}`)
  remove.dataset.fileRemove = ''
  buttons.append(remove)
  element.append(picture(file), words, buttons)
  list.append(element)

  const bar = document.createElement('progress')
  bar.max = 1
  bar.setAttribute('aria-label', `${file.name} 上传`)
  let retry

  const settle = text => {
    delete element.dataset.sending
    element.request = null
    bar.remove()
    said.textContent = text
  }
  return {
    element,
    start(request) {
      element.request = request
      element.dataset.sending = ''
      element.classList.remove('is-failed')
      if (retry) retry.remove()
      said.textContent = `${sizeText(file.size)}，开始传`
      bar.value = 0
      element.append(bar)
    },
    progress(part) {
      bar.value = part
      said.textContent = `${sizeText(file.size)}，传了 ${Math.round(part * 100)}%`
    },
    done(fieldName, answer) {
      settle(sizeText(answer.size || file.size))
      if (answer.name) name.textContent = answer.name
      const field = document.createElement('input')
      field.type = 'hidden'
      field.name = fieldName
      field.value = answer.id
      element.append(field)
    },
    fail(text, again) {
      settle(text)
      element.classList.add('is-failed')
      if (!again) return
      retry = button('再传一次', `再传一次 ${file.name}`)
      retry.addEventListener('click', again)
      buttons.prepend(retry)
    },
  }
}

function make(tag, className, text) {
  const element = document.createElement(tag)
  if (className) element.className = className
  element.textContent = text
  return element
}

function button(text, label) {
  const element = make('button', 'btn', text)
  element.type = 'button'
  element.setAttribute('aria-label', label)
  return element
}

// A canvas rather than a blob: address, which the content security policy would refuse.
function picture(file) {
  const kind = (file.name.match(/\.(\w{1,4})$/) || ['', '文件'])[1].toUpperCase()
  const box = make('span', 'pic', kind)
  box.setAttribute('aria-hidden', 'true')
  if (file.type.startsWith('image/') && window.createImageBitmap) draw(file, box)
  return box
}

async function draw(file, box) {
  try {
    const image = await createImageBitmap(file)
    const side = Math.min(image.width, image.height)
    const canvas = document.createElement('canvas')
    canvas.className = 'pic'
    canvas.width = canvas.height = 96
    canvas.getContext('2d').drawImage(image, (image.width - side) / 2, (image.height - side) / 2, side, side, 0, 0, 96, 96)
    image.close()
    box.textContent = ''
    box.append(canvas)
  } catch { /* the file's kind stays */ }
}
