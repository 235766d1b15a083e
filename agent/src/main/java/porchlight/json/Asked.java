package porchlight.json;

import java.util.Optional;
import porchlight.json.Replies.Receipt;
import porchlight.json.tree.Json;
import porchlight.json.tree.JsonObject;

/**
 * What central asked for last.
 *
 * @param reportSeconds the cadence
 * @param fullWanted whether the next report must say everything
 * @param rotateKey whether it wants another key
 * @param policy the organisation's policy, where it has one
 */
public record Asked(
    Optional<Integer> reportSeconds,
    boolean fullWanted,
    boolean rotateKey,
    Optional<PolicyStamp> policy) {
  static final Asked NOTHING = new Asked(Optional.empty(), false, false, Optional.empty());

  /** After an answer to a report. */
  public Asked by(Receipt receipt, boolean wantsFull) {
    return new Asked(
        Optional.of(receipt.nextReportSeconds()), wantsFull, receipt.rotateKey(), receipt.policy());
  }

  /** After the answer to an enrolment. */
  public Asked enrolled(int seconds, Optional<PolicyStamp> stamp) {
    return new Asked(Optional.of(seconds), fullWanted, false, stamp);
  }

  /** Once there is another key, or when one is wanted here. */
  public Asked rotate(boolean wanted) {
    return new Asked(reportSeconds, fullWanted, wanted, policy);
  }

  JsonObject json() {
    var out = new JsonObject();
    reportSeconds.ifPresent(seconds -> out.put("reportSeconds", seconds));
    out.put("fullWanted", fullWanted).put("rotateKey", rotateKey);
    policy.ifPresent(stamp -> out.put("policy", stamp.json()));
    return out;
  }

  static Asked of(Json.Obj object) {
    return new Asked(
        Replies.whole(object, "reportSeconds").map(seconds -> Math.clamp(seconds, 60, 86_400)),
        Replies.truth(object, "fullWanted").orElse(false),
        Replies.truth(object, "rotateKey").orElse(false),
        PolicyStamp.of(object, "policy"));
  }
}
