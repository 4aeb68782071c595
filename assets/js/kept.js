// Words kept on this device while the line is lost: in IndexedDB, sealed with AES-256-GCM under a key that the page
// was given and that only the server keeps. Without the server's page nobody can read them here.

const store = 'drafts'
let last = Promise.resolve() // what was asked last: one after another, so that what is forgotten was kept before

function open() {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('lifestory', 1)
    request.onupgradeneeded = () => request.result.createObjectStore(store)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

async function with_store(mode, act) {
  const database = await open()
  try {
    return await new Promise((resolve, reject) => {
      const transaction = database.transaction(store, mode)
      const request = act(transaction.objectStore(store))
      transaction.oncomplete = () => resolve(request.result)
      transaction.onerror = transaction.onabort = () => reject(transaction.error)
    })
  } finally {
    database.close()
  }
}

function in_turn(act) {
  const done = last.then(act)
  last = done.catch(() => {})
  return done
}

async function key_of(base64) {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

// `name` is the draft's number: a random one, which says nothing of anybody.
export function keep(name, key, words) {
  return in_turn(() => seal_and_keep(name, key, words))
}

async function seal_and_keep(name, key, words) {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const bound = new TextEncoder().encode(name)
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv: nonce, additionalData: bound }, await key_of(key),
    new TextEncoder().encode(JSON.stringify(words)))
  await with_store('readwrite', (drafts) => drafts.put({ nonce, sealed }, name))
}

// What was kept, or null: also when it was sealed for somebody else.
export async function kept(name, key) {
  const found = await with_store('readonly', (drafts) => drafts.get(name))
  if (!found) return null
  try {
    const bound = new TextEncoder().encode(name)
    const open_words = await crypto.subtle.decrypt({ name: 'AES-GCM', iv: found.nonce, additionalData: bound },
      await key_of(key), found.sealed)
    return JSON.parse(new TextDecoder().decode(open_words))
  } catch {
    return null
  }
}

export function forget(name) {
  return in_turn(() => with_store('readwrite', (drafts) => drafts.delete(name)))
}

// The newest that this key opens, with its name: for a page which was given another number since.
export async function kept_anywhere(key) {
  const names = await with_store('readonly', (drafts) => drafts.getAllKeys())
  const all = await Promise.all(names.map(async (name) => ({ name, ...await kept(name, key) })))
  return all.filter((one) => one.words).sort((one, other) => other.at - one.at)[0] ?? null
}
