// Long lists of people to tick: a box that narrows more than eight, and the people whose names were written moved up
// as "You wrote about". Nobody is ever ticked by it.
import { make } from './talk.js'

const many = 8

function items_of(list) {
  return [...list.querySelectorAll('.govuk-checkboxes__item')]
}

function add_filter(list) {
  const id = `${list.dataset.people}-filter`
  const box = make('input', { class: 'govuk-input', id, type: 'search', autocomplete: 'off', spellcheck: 'false' })
  const spoken = make('p', { class: 'govuk-visually-hidden', role: 'status' })
  list.before(make('div', { class: 'app-people-filter' }, make('label', { class: 'govuk-label', for: id }, 'Find in this list'), box, spoken))
  box.addEventListener('input', (event) => {
    event.stopPropagation() // what is looked for is no part of the form
    const wanted = box.value.trim().toLocaleLowerCase('en-GB')
    let left = 0
    for (const item of items_of(list)) {
      const is_ticked = item.querySelector('input').checked
      item.hidden = !is_ticked && !item.textContent.toLocaleLowerCase('en-GB').includes(wanted)
      left += item.hidden ? 0 : 1
    }
    spoken.textContent = `${left} ${left === 1 ? 'person' : 'people'}`
  })
}

function words_written(form) {
  return [...form.querySelectorAll('textarea')].map((box) => box.value).join('\n')
}

function first_name(item) {
  return item.querySelector('label').textContent.trim().split(/[\s,(]/)[0]
}

function is_written(name, words) {
  const plain = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return name.length > 1 && new RegExp(`(^|[^\\p{L}])${plain}($|[^\\p{L}])`, 'u').test(words)
}

function move_up(list, words) {
  if (list.contains(document.activeElement)) return
  const written = items_of(list).filter((item) => is_written(first_name(item), words))
  let label = list.querySelector('.app-wrote-about')
  if (written.length === 0) return label?.remove()
  label ??= make('p', { class: 'govuk-hint app-wrote-about' }, 'You wrote about')
  list.prepend(label, ...written)
}

export function begin_people() {
  for (const list of document.querySelectorAll('[data-people]')) {
    if (items_of(list).length > many) add_filter(list)
    const form = list.closest('form')
    let timer
    form?.addEventListener('input', (event) => {
      if (event.target.tagName !== 'TEXTAREA') return
      clearTimeout(timer)
      timer = setTimeout(() => move_up(list, words_written(form)), 2000)
    })
  }
}
