package porchlight.uplink;

import java.io.IOException;
import java.nio.file.Path;

/** The one folder that the agent writes to, and the names in it. */
public record StateFolder(Path path) {

  /** Makes it, for its owner only. */
  public void prepare() throws IOException {
    Durable.folder(path);
  }

  public Path identity() {
    return path.resolve("identity.json");
  }

  /** Who this device was, until who it is now has been heard. */
  Path before() {
    return path.resolve("identity.before.json");
  }

  public Path key() {
    return path.resolve("device.key");
  }

  /** A key that is not this device's yet. */
  Path key(String purpose) {
    return path.resolve("device.key." + purpose);
  }

  /** Central's policy, as it came. */
  Path policy() {
    return path.resolve("policy.json");
  }

  /** What has left. */
  Path sent() {
    return path.resolve("sent");
  }

  public Path delivery() {
    return path.resolve("delivery.json");
  }

  public Path sequence() {
    return path.resolve("sequence");
  }

  public Path spool() {
    return path.resolve("spool");
  }

  public Path refused() {
    return path.resolve("refused");
  }

  /** Held by a worker while it works. */
  public Path cycleLock() {
    return path.resolve("cycle.lock");
  }

  /** The gateways of the networks that this laptop was on, under a key of its own. */
  public Path gateways() {
    return path.resolve("gateways");
  }

  public Path gatewaysKey() {
    return path.resolve("gateways.key");
  }

  /** What the network answered, as a recording. */
  public Path network() {
    return path.resolve("network");
  }

  /** The places where this laptop was, under the same key. */
  public Path places() {
    return path.resolve("places");
  }

  /** The certificate that central showed last, and that was verified. */
  Path leaf() {
    return path.resolve("leaf");
  }

  /** Who vouched for central last, when it was no public authority. */
  public Path issuer() {
    return path.resolve("issuer");
  }

  /** The last check, as {@code check --cached} tells it. */
  public Path lastCheck() {
    return path.resolve("last-check.json");
  }

  public Path log() {
    return path.resolve("agent.log");
  }
}
