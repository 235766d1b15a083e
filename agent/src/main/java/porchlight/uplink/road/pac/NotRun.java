package porchlight.uplink.road.pac;

/** Why a script could not be run to its end; no script can catch it. */
final class NotRun extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotRun(String why) {
    super(why, null, false, false);
  }
}
