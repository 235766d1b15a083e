package porchlight.gather.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import porchlight.facts.DnsAnswers.Reply;
import porchlight.facts.IpAddress;
import porchlight.facts.Reason;
import porchlight.gather.Answers;
import porchlight.machine.Answer;

/** The pure reading of what a name server answered. */
final class DnsReply {
  private DnsReply() {}

  static Reply read(Answer answer, boolean ipv6) {
    return switch (answer) {
      case Answer.Said(int code, var text, var error) -> said(text, ipv6);
      case Answer.TimedOut() -> new Reply.Silent(Reason.TIMED_OUT, "no answer in time");
      case Answer.Failed(var detail) ->
          new Reply.Silent(Reason.NOT_UNDERSTOOD, Answers.brief(detail));
      case Answer.Denied() ->
          new Reply.Silent(Reason.NEEDS_PRIVILEGE, "this laptop does not let it be asked");
      case Answer.Missing() -> new Reply.Silent(Reason.NOT_UNDERSTOOD, "nothing was asked");
      case Answer.TooLong(int limit) -> new Reply.Silent(Reason.NOT_UNDERSTOOD, "too long");
    };
  }

  /** Whether it was cut off, so that only another transport tells the rest. */
  static boolean isCut(Answer answer) {
    return answer instanceof Answer.Said said && (" " + flags(said.text()) + " ").contains(" tc ");
  }

  /** The link that the query left by; empty where it is not told. */
  static String link(Answer answer) {
    if (answer instanceof Answer.Said said) {
      for (String line : said.text().split("\n", -1)) {
        if (line.startsWith("by ")) {
          return Answers.brief(line.substring("by ".length()));
        }
      }
    }
    return "";
  }

  private static String flags(String text) {
    for (String line : text.split("\n", -1)) {
      if (line.startsWith("flags")) {
        return line.substring("flags".length()).strip();
      }
    }
    return "";
  }

  private static Reply said(String text, boolean ipv6) {
    String rcode = "";
    String flags = " " + flags(text) + " ";
    var addresses = new ArrayList<IpAddress>();
    int texts = 0;
    Optional<String> zone = Optional.empty();
    var extended = new ArrayList<Integer>();
    for (String line : text.split("\n", -1)) {
      String[] words = line.split(" ", 3);
      String kind = words.length > 1 ? words[0] + " " + words[1] : "";
      if (line.startsWith("rcode ")) {
        rcode = line.substring("rcode ".length());
      } else if (kind.equals(ipv6 ? "answer AAAA" : "answer A") && words.length == 3) {
        var address = IpAddress.of(words[2]);
        if (address.isEmpty()) {
          return garbled();
        }
        addresses.add(address.get());
      } else if (kind.equals("answer TXT")) {
        texts++;
      } else if (kind.equals("authority SOA") && words.length == 3) {
        zone = Optional.of(words[2]);
      } else if (words[0].equals("ede") && words.length > 1 && words[1].matches("\\d{1,5}")) {
        extended.add(Integer.parseInt(words[1]));
      }
    }
    if (!rcode.matches("[A-Z]{2,10}\\d{0,4}|\\d{1,4}[+]") || flags.contains(" tc ")) {
      return garbled();
    }
    return new Reply.Answered(
        rcode,
        flags.contains(" ra "),
        flags.contains(" aa "),
        flags.contains(" ad "),
        List.copyOf(addresses),
        texts,
        zone,
        List.copyOf(extended));
  }

  private static Reply garbled() {
    return new Reply.Silent(Reason.NOT_UNDERSTOOD, "its answer is not understood");
  }
}
