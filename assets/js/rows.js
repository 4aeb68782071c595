// "Remove row 2" at once: the rows after it move up, nothing else is touched, and the form is saved as after typing. Without script
// the same press sends the form, and the server takes the row away (src/web/pages/posted_words.cpp).
import { make } from './talk.js'

const rows_of = (list) => [...list.children].filter((one) => one.matches('.app-row'))

// Boxes of a row by what their names have after the row's number; ticks of one name by their value too.
function boxes_of(list, row, number) {
  const begin = `${list.dataset.rows}.${number}.`
  const boxes = new Map()
  for (const box of row.querySelectorAll('input, select, textarea')) {
    if (!box.name.startsWith(begin)) continue
    const is_tick = box.type === 'checkbox' || box.type === 'radio'
    boxes.set(`${box.name.slice(begin.length)}${is_tick ? `=${box.value}` : ''}`, box)
  }
  return boxes
}

function put(box, other) {
  if (box.type === 'checkbox' || box.type === 'radio') box.checked = other?.checked ?? false
  else box.value = other?.value ?? ''
  if (box.tagName === 'SELECT' && box.selectedIndex < 0) box.selectedIndex = 0
}

function move_into(list, rows, at) {
  const from = rows[at + 1] ? boxes_of(list, rows[at + 1], at + 2) : new Map()
  for (const [name, box] of boxes_of(list, rows[at], at + 1)) put(box, from.get(name))
  const [mine, next] = [rows[at].querySelector('details'), rows[at + 1]?.querySelector('details')]
  if (mine) mine.open = next?.open ?? false
}

// Those that may have been wrong are not said to be any more: they stand elsewhere now.
function forget_errors(row) {
  for (const group of row.querySelectorAll('.govuk-form-group--error')) group.classList.remove('govuk-form-group--error')
  for (const box of row.querySelectorAll('.govuk-input--error, .govuk-textarea--error, .govuk-select--error')) {
    box.classList.remove('govuk-input--error', 'govuk-textarea--error', 'govuk-select--error')
  }
  for (const message of row.querySelectorAll('.govuk-error-message')) message.remove()
}

const first_words = (list, row, number) => [...boxes_of(list, row, number).values()]
  .filter((box) => box.type !== 'checkbox' && box.type !== 'radio' && box.value.trim() !== '')
  .map((box) => (box.tagName === 'SELECT' ? box.selectedOptions[0].textContent : box.value).trim().slice(0, 60))[0] ?? ''

// Which row a press takes away, in its own words as they are now; of one empty row there is nothing to take away.
function name_presses(list) {
  const rows = rows_of(list)
  rows.forEach((row, at) => {
    const press = row.querySelector('.app-row__remove')
    const words = first_words(list, row, at + 1)
    press.hidden = rows.length === 1 && words === ''
    const named = press.querySelector('[data-row-words]')
    if (named) named.textContent = words === '' ? ', which is empty' : `: ${words}`
  })
}

function remove(list, number, spoken) {
  const rows = rows_of(list)
  const words = first_words(list, rows[number - 1], number)
  for (let at = number - 1; at < rows.length; at += 1) {
    move_into(list, rows, at)
    forget_errors(rows[at])
  }
  if (rows.length > 1) rows.at(-1).remove()
  name_presses(list)
  list.dispatchEvent(new Event('input', { bubbles: true }))
  const left = rows_of(list)
  left[Math.min(number, left.length) - 1].querySelector('input, select, textarea')?.focus()
  spoken.textContent = `Row ${number} is removed${words === '' ? '' : `: ${words}`}`
}

export function begin_rows() {
  for (const list of document.querySelectorAll('[data-rows]')) {
    const spoken = make('p', { class: 'govuk-visually-hidden', role: 'status' })
    list.after(spoken)
    name_presses(list)
    list.addEventListener('input', () => name_presses(list))
    list.addEventListener('click', (event) => {
      const press = event.target.closest('.app-row__remove')
      if (!press) return
      event.preventDefault()
      remove(list, rows_of(list).indexOf(press.closest('.app-row')) + 1, spoken)
    })
  }
}
