package porchlight.daemon.worker;

/**
 * The requests that came in the seconds before, during and after an outage. What counts is how many
 * come within ten seconds: so long an agent waits for a connection, so long a front end may hold
 * what central cannot take at once.
 */
final class Seen {
  static final int WINDOW = 10;

  private final int begins;
  private final int ends;
  private final double steady;
  private final int[] requests;
  private final int[] window;

  /**
   * Nothing yet.
   *
   * @param begins the second in which central goes away
   * @param ends the second in which it is back
   * @param steady requests in a second, usually
   */
  Seen(int begins, int ends, int seconds, double steady) {
    this.begins = begins;
    this.ends = ends;
    this.steady = steady;
    this.requests = new int[seconds];
    this.window = new int[seconds];
  }

  int begins() {
    return begins;
  }

  int ends() {
    return ends;
  }

  int seconds() {
    return requests.length;
  }

  void add(int second, int more) {
    requests[second] += more;
    for (int i = Math.max(0, second - WINDOW + 1); i <= second; i++) {
      window[i] += more;
    }
  }

  /** What comes within ten seconds from this one on, in multiples of what is usual. */
  double load(int second) {
    return window[second] / (steady * WINDOW);
  }

  double peak(int from, int to) {
    double peak = 0;
    for (int second = from; second < to; second++) {
      peak = Math.max(peak, load(second));
    }
    return peak;
  }
}
