package porchlight.gather.linux.firewall;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A set of unsigned numbers (ports, addresses, marks), kept as sorted ranges that do not touch. */
record Ranges(List<Range> parts) {
  static final Ranges NONE = new Ranges(List.of());

  /** From {@code first} to {@code last}, both in it. */
  record Range(BigInteger first, BigInteger last) {}

  static Ranges of(BigInteger first, BigInteger last) {
    return first.compareTo(last) > 0 ? NONE : new Ranges(List.of(new Range(first, last)));
  }

  static Ranges of(long first, long last) {
    return of(BigInteger.valueOf(first), BigInteger.valueOf(last));
  }

  static Ranges just(BigInteger one) {
    return of(one, one);
  }

  static Ranges just(long one) {
    return of(one, one);
  }

  /** Every number of that many bits. */
  static Ranges bits(int width) {
    return of(BigInteger.ZERO, BigInteger.ONE.shiftLeft(width).subtract(BigInteger.ONE));
  }

  /** All of them together, whatever their order and overlap. */
  static Ranges join(List<Ranges> sets) {
    if (sets.size() == 1) {
      return sets.get(0);
    }
    var all = new ArrayList<Range>();
    sets.forEach(set -> all.addAll(set.parts));
    all.sort(Comparator.comparing(Range::first));
    var out = new ArrayList<Range>();
    for (Range range : all) {
      Range before = out.isEmpty() ? range : out.get(out.size() - 1);
      if (out.isEmpty() || range.first.compareTo(before.last.add(BigInteger.ONE)) > 0) {
        out.add(range);
      } else if (range.last.compareTo(before.last) > 0) {
        out.set(out.size() - 1, new Range(before.first, range.last));
      }
    }
    return new Ranges(List.copyOf(out));
  }

  Ranges or(Ranges other) {
    return isEmpty() ? other : other.isEmpty() ? this : join(List.of(this, other));
  }

  Ranges and(Ranges other) {
    var out = new ArrayList<Range>();
    int mine = 0;
    int theirs = other.firstAtOrAfter(isEmpty() ? BigInteger.ZERO : parts.get(0).first);
    while (mine < parts.size() && theirs < other.parts.size()) {
      Range a = parts.get(mine);
      Range b = other.parts.get(theirs);
      BigInteger first = a.first.max(b.first);
      BigInteger last = a.last.min(b.last);
      if (first.compareTo(last) <= 0) {
        out.add(new Range(first, last));
      }
      if (a.last.compareTo(b.last) < 0) {
        mine++;
      } else {
        theirs++;
      }
    }
    return new Ranges(List.copyOf(out));
  }

  Ranges minus(Ranges other) {
    var out = new ArrayList<Range>();
    for (Range range : parts) {
      BigInteger from = range.first;
      for (int at = other.firstAtOrAfter(from); at < other.parts.size(); at++) {
        Range hole = other.parts.get(at);
        if (hole.first.compareTo(range.last) > 0) {
          break;
        }
        if (from.compareTo(hole.first) < 0) {
          out.add(new Range(from, hole.first.subtract(BigInteger.ONE)));
        }
        from = from.max(hole.last.add(BigInteger.ONE));
      }
      if (from.compareTo(range.last) <= 0) {
        out.add(new Range(from, range.last));
      }
    }
    return new Ranges(List.copyOf(out));
  }

  /** The index of the first part that ends at or after {@code number}; lists can be long. */
  private int firstAtOrAfter(BigInteger number) {
    int low = 0;
    int high = parts.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (parts.get(middle).last.compareTo(number) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** How many numbers are in it. */
  BigInteger size() {
    BigInteger sum = BigInteger.ZERO;
    for (Range range : parts) {
      sum = sum.add(range.last.subtract(range.first)).add(BigInteger.ONE);
    }
    return sum;
  }

  boolean isSingle() {
    return parts.size() == 1 && parts.get(0).first.equals(parts.get(0).last);
  }

  /** The smallest number in it; not for an empty set. */
  BigInteger first() {
    return parts.get(0).first;
  }
}
