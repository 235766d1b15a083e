/* What happens again and again is told seldom, with how often it has happened. */
#ifndef SELDOM_H
#define SELDOM_H

#include <stdint.h>

#define SELDOM_MILLIS 3600000u /* an hour */

/* Begins as zeros. */
struct seldom {
  uint64_t after;   /* nothing is told before */
  uint32_t untold; /* times since it was last told */
};

/* It has happened once more, at that time in milliseconds: how many times there are to tell of, or 0 when it is too early to. */
static inline uint32_t times_to_tell(struct seldom *it, uint64_t now) {
  uint32_t times = ++it->untold;
  if (now < it->after) return 0;
  it->after = now + SELDOM_MILLIS;
  it->untold = 0;
  return times;
}

#endif
