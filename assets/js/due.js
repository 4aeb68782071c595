// The due date beside the words, as the server counts it anew at each save.

export class Due {
  update(due) {
    const words = document.getElementById('due-words')
    if (!due || !words) return
    if (words.textContent !== due.words) words.textContent = due.words
    if (due.href) document.getElementById('due-link').setAttribute('href', due.href)
  }
}
