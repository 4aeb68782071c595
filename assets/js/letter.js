// [Use] beside what was gathered for a letter: its starting line goes where the caret was left in the letter; at its end, as without
// script, where the writer was never in it. The button is the form's own: the server finds the line there and remembers its entry.

function put_at(box, caret, line) {
  const before = box.value.slice(0, caret)
  const after = box.value.slice(caret)
  const words = (before === '' || /\s$/.test(before) ? '' : ' ') + line.trimEnd() + (/^\s/.test(after) ? '' : ' ')
  box.setRangeText(words, caret, caret, 'end')
  box.dispatchEvent(new Event('input', { bubbles: true }))
  return box.selectionEnd
}

export function begin_letter(form) {
  const box = form.querySelector('textarea[name="item.letter"]')
  if (!box) return
  let caret = null
  box.addEventListener('blur', () => { caret = box.selectionStart })
  form.addEventListener('click', ({ target }) => {
    const line = target.closest('button[name="use"]')?.dataset.begins
    if (!line) return
    const is_within = caret !== null && box.value.slice(caret).trim() !== '' && !box.value.includes(line.trim())
    const end = is_within ? `:${put_at(box, caret, line)}` : ''
    form.elements.namedItem('cursor').value = box.id + end // where the page comes back to
  })
}
