package porchlight.daemon;

/** The network as it was at the last cycle, and what was heard of it since. */
final class Surroundings {
  private LinkState links = LinkState.read();
  private boolean lossSeen;
  private boolean routeChanges;

  /** This is the network from now on. */
  void settle() {
    links = LinkState.read();
    lossSeen = false;
  }

  /**
   * Takes in a line of {@code ip monitor}, or of {@code route -n monitor} on macOS: there a message
   * has several lines, the first says of what kind it is, and a later one whether it is about the
   * default route. What was only asked for (RTM_GET) changes nothing.
   */
  void heard(String line) {
    if (line.startsWith("RTM_")) {
      routeChanges =
          line.startsWith("RTM_ADD:")
              || line.startsWith("RTM_DELETE:")
              || line.startsWith("RTM_CHANGE:");
    }
    lossSeen |= links.isLoss(line) || (routeChanges && line.strip().startsWith("default "));
  }

  /** Whether it is another now, or was gone in between: then it may be another that looks so. */
  boolean haveChanged() {
    return lossSeen || !links.equals(LinkState.read());
  }

  /** Whether others answer names now, which nobody tells. */
  boolean namesHaveChanged() {
    return !links.names().equals(LinkState.readNames());
  }
}
