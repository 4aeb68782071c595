// The due date beside the words, as the server counts it anew at each save.

export class Due {
  update(due) {
    const words = document.getElementById('due-words')
    if (!due || !words) return
    if (words.textContent !== due.words) words.textContent = due.words
    if (!due.href) return
    let link = document.getElementById('due-link')
    if (!link) { // the first save made the draft, and with it the sum's address
      link = Object.assign(document.createElement('a'), { id: 'due-link', className: 'govuk-link', textContent: 'How counted' })
      words.after(' ', link)
    }
    link.setAttribute('href', due.href)
  }
}
