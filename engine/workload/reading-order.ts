export interface ReadingOrder {
  /** Places so that each comes after all it reads; those that read a circle, however far off, are left out. */
  readonly order: readonly number[];
  /** Places that read each other in a circle, in the order of reading. */
  readonly circles: readonly (readonly number[])[];
}

/**
 * Orders places by what they read (Kahn 1962) and finds the circles that cannot be ordered. No recursion: chains may be
 * long.
 */
export const readingOrder = (reads: readonly (readonly number[])[]): ReadingOrder => {
  const readers: number[][] = reads.map(() => []);
  reads.forEach((list, place) => list.forEach(read => readers[read]?.push(place)));
  const open = reads.map(list => list.length);
  const order = reads.flatMap((list, place) => (list.length === 0 ? [place] : []));
  for (let next = 0; next < order.length; next += 1) {
    for (const reader of readers[order[next] as number] ?? []) {
      open[reader] = (open[reader] as number) - 1;
      if (open[reader] === 0) order.push(reader);
    }
  }

  const isOrdered = new Uint8Array(reads.length);
  for (const place of order) isOrdered[place] = 1;
  // What is left reads a circle or stands on one: following what it reads ends in a circle.
  const walkOf = new Int32Array(reads.length);
  const circles: number[][] = [];
  reads.forEach((_, start) => {
    const path: number[] = [];
    let place: number | undefined = start;
    while (place !== undefined && !isOrdered[place] && walkOf[place] === 0) {
      walkOf[place] = start + 1;
      path.push(place);
      place = reads[place]?.find(read => !isOrdered[read]);
    }
    if (place !== undefined && !isOrdered[place] && walkOf[place] === start + 1)
      circles.push(path.slice(path.indexOf(place)));
  });
  return { order, circles };
};
