package porchlight.uplink;

import porchlight.json.EnrolmentJson;
import porchlight.json.Replies;
import porchlight.uplink.Enrolment.Member;

/** The last word to central. */
public final class Goodbye {
  private Goodbye() {}

  /**
   * Says it; answers what went wrong, or nothing when central has noted it, now or before.
   *
   * @param reason {@code uninstalled} or {@code shutdown}
   */
  public static String say(Member member, String reason, Outside outside, Skew skew) {
    var device = member.identity().device();
    Reply reply;
    try (var uplink = member.uplink(outside, skew)) {
      reply = uplink.send(Outgoing.post("/v1/goodbye", EnrolmentJson.goodbye(device, reason)));
    }
    return switch (reply) {
      case Reply.Silent(var why) -> why;
      case Reply.Said said -> {
        boolean now = said.status() == 200 && Replies.noted(said.text(), device);
        boolean before = said.status() == 410 && said.problem().code().equals("retired");
        yield now || before ? "" : said.words();
      }
    };
  }
}
