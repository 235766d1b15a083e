package porchlight.uplink.road.pac;

/** What a script may use up: steps, memory, depth of calls. */
final class Budget {
  private static final int STEPS = 3_000_000;
  private static final int MEMORY = 4_000_000;
  private static final int DEPTH = 200;

  private int steps;
  private int memory;
  private int depth;

  void step() {
    if (++steps > STEPS) {
      throw new NotRun("it does not come to an end");
    }
  }

  /** Takes so many letters or elements for good: what was let go is not given back. */
  void take(int amount) {
    memory += amount;
    if (amount < 0 || memory > MEMORY || memory < 0) {
      throw new NotRun("it wants too much memory");
    }
  }

  void enter() {
    if (++depth > DEPTH) {
      throw new NotRun("it calls itself too deep");
    }
  }

  void leave() {
    depth--;
  }

  String made(String text) {
    take(text.length());
    return text;
  }
}
