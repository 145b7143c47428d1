// What a reader wants kept, in this browser and nowhere else. Python is handed plain texts by name.

const start = (book) => `livepage:${book}:`;

/** Every kept text of this book; nothing where the browser keeps nothing. */
export function kept(book) {
  const texts = {};
  try {
    for (let i = 0; i < localStorage.length; i++) {
      const key = localStorage.key(i);
      if (key.startsWith(start(book))) texts[key.slice(start(book).length)] = localStorage.getItem(key);
    }
  } catch {
    // Storage is disabled: the book works, and forgets.
  }
  return texts;
}

/** Keep texts (null lets one go); returns a sentence where that is not possible. */
export function keep(book, texts) {
  try {
    for (const [name, text] of Object.entries(texts)) {
      if (text === null) localStorage.removeItem(start(book) + name);
      else localStorage.setItem(start(book) + name, text);
    }
  } catch (error) {
    return error.name === "QuotaExceededError"
      ? "this browser's storage is full"
      : "this browser does not let pages keep anything";
  }
  return "";
}

/** Call `listen` with what other tabs keep (null where they let one go); returns what ends it. */
export function heard(book, listen) {
  const hear = ({ key, newValue }) => {
    if (key?.startsWith(start(book))) listen({ [key.slice(start(book).length)]: newValue });
  };
  addEventListener("storage", hear);
  return () => removeEventListener("storage", hear);
}
