// Unpack a parcel (livepage/parcels.py writes it): one line of JSON, then the files one after the other.

/**
 * Put every file of a parcel into Pyodide's file system.
 * @returns {{files: string[], rest: string[]}} the paths of the files, and of what the whole package has besides.
 */
export function unpackParcel(fs, bytes) {
  const end = bytes.indexOf(10);
  const { files, rest } = JSON.parse(new TextDecoder().decode(bytes.subarray(0, end)));
  let start = end + 1;
  const made = new Set();
  for (const [path, size] of files) {
    const folder = path.slice(0, path.lastIndexOf("/"));
    if (!made.has(folder)) {
      fs.mkdirTree(folder);
      made.add(folder);
    }
    // The file system keeps the slice itself: nothing is copied.
    fs.writeFile(path, bytes.subarray(start, start + size), { canOwn: true });
    start += size;
  }
  return { files: files.map(([path]) => path), rest };
}
