package porchlight.gather.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import porchlight.facts.IpAddress;
import porchlight.facts.Lan;
import porchlight.facts.Reading;
import porchlight.facts.Reading.Known;
import porchlight.facts.Reading.Unknown;
import porchlight.facts.Reason;
import porchlight.facts.RouterExposure;
import porchlight.facts.RouterExposure.Asked;
import porchlight.facts.RouterExposure.Router;
import porchlight.facts.RouterExposure.Seen;
import porchlight.facts.RouterExposure.Service;
import porchlight.gather.Answers;
import porchlight.gather.First;
import porchlight.machine.Answer;
import porchlight.machine.Machine;
import porchlight.machine.Probe;

/** Asks the routers that traffic takes what they offer to everybody: a packet for each question. */
public final class RouterAsking {
  static final int LIMIT = 2400;

  /** Docked and on Wi-Fi are two; who has more is no laptop that we know. */
  private static final int MOST = 3;

  /** Straight to the router, with the words of the usual search: so all of them understand it. */
  static final String SEARCH =
      hex(
          """
          M-SEARCH * HTTP/1.1
          HOST: 239.255.255.250:1900
          MAN: "ssdp:discover"
          MX: 1
          ST: urn:schemas-upnp-org:device:InternetGatewayDevice:1

          """
              .replace("\n", "\r\n"));

  /** Which address has the router outside? Nothing is opened (RFC 6886). */
  static final String NAT_PMP = "0000";

  /**
   * ANNOUNCE (RFC 6887), which opens nothing. The sender's own address, that should be in it, is
   * left out of what is kept and recorded: a server says that it is wrong, and that is an answer.
   */
  static final String PCP = "02000000" + "00000000" + "00000000000000000000ffff00000000";

  private RouterAsking() {}

  public static Reading<RouterExposure> read(Machine machine, First first) {
    return switch (first.lan()) {
      case Unknown<Lan>(var reason, var detail) -> Reading.unknown(reason, detail);
      case Known<Lan>(Lan(var attachments)) -> {
        var addresses = new LinkedHashSet<String>();
        for (Lan.Attachment one : attachments) {
          one.preferred4().ifPresent(router -> addresses.add(router.hop().address()));
        }
        if (addresses.isEmpty() && !attachments.isEmpty()) {
          yield Reading.unknown(Reason.NOT_SUPPORTED, "the router has no IPv4 address");
        }
        if (addresses.size() > MOST || !addresses.stream().allMatch(RouterAsking::isRouter)) {
          yield Reading.unknown(Reason.NOT_UNDERSTOOD, "which router to ask is not clear");
        }
        yield Reading.known(new RouterExposure(Optional.of(first.asOf()), ask(machine, addresses)));
      }
    };
  }

  private static boolean isRouter(String address) {
    return IpAddress.of(address)
        .filter(one -> one.isIpv4() && !one.isAny() && !one.isLoopback())
        .isPresent();
  }

  private static List<Router> ask(Machine machine, Set<String> addresses) {
    var all = new ArrayList<Probe>();
    for (String address : addresses) {
      for (Service service : Service.values()) {
        all.add(probe(service, address));
      }
    }
    var answers = new Together(machine).ask(all, LIMIT);
    var routers = new ArrayList<Router>();
    for (String address : addresses) {
      var asked = new ArrayList<Asked>();
      for (Service service : Service.values()) {
        Answer answer = answers.getOrDefault(probe(service, address), new Answer.TimedOut());
        asked.add(new Asked(service, seen(service, answer)));
      }
      routers.add(new Router(address, asked));
    }
    return routers;
  }

  static Probe probe(Service service, String address) {
    return switch (service) {
      case TELNET -> new Probe.Connect(address, 23, LIMIT);
      case SSH -> new Probe.Connect(address, 22, LIMIT);
      case HTTP -> new Probe.HttpGet(false, address, 80, "/", LIMIT);
      case UPNP -> new Probe.Exchange(address, 1900, SEARCH, LIMIT);
      case NAT_PMP -> new Probe.Exchange(address, 5351, NAT_PMP, LIMIT);
      case PCP -> new Probe.Exchange(address, 5351, PCP, LIMIT);
    };
  }

  static Seen seen(Service service, Answer answer) {
    return switch (answer) {
      case Answer.Said(int code, var text, var error) ->
          understood(service, text.strip())
              .orElse(new Seen.Silent(Reason.NOT_UNDERSTOOD, "its answer is not understood"));
      case Answer.TimedOut() -> new Seen.Silent(Reason.TIMED_OUT, "did not answer");
      case Answer.Failed(var detail)
          when detail.equals(Probe.REFUSED) || detail.equals(Probe.NOBODY) ->
          new Seen.Closed();
      case Answer.Failed(var detail) ->
          new Seen.Silent(Reason.NOT_UNDERSTOOD, Answers.brief(detail));
      case Answer.Denied() ->
          new Seen.Silent(Reason.NEEDS_PRIVILEGE, "this laptop does not let it be asked");
      case Answer.Missing() -> new Seen.Silent(Reason.NOT_UNDERSTOOD, "nothing was asked");
      case Answer.TooLong(int limit) -> new Seen.Silent(Reason.NOT_UNDERSTOOD, "too long");
    };
  }

  private static Optional<Seen> understood(Service service, String text) {
    return switch (service) {
      case TELNET, SSH -> text.equals("open") ? Optional.of(new Seen.Open()) : Optional.empty();
      case HTTP -> page(text);
      case UPNP -> bytes(text).flatMap(RouterAsking::search);
      case NAT_PMP -> bytes(text).flatMap(RouterAsking::natPmp);
      case PCP -> bytes(text).flatMap(RouterAsking::pcp);
    };
  }

  private static Optional<Seen> page(String text) {
    List<String> lines = text.lines().toList();
    if (lines.stream().noneMatch(line -> line.matches("status [1-5]\\d\\d"))) {
      return Optional.empty();
    }
    boolean toTls =
        lines.stream().anyMatch(line -> line.matches("status 3\\d\\d"))
            && lines.stream().anyMatch(line -> line.startsWith("location https://"));
    return Optional.of(toTls ? new Seen.Closed() : new Seen.Open());
  }

  private static Optional<byte[]> bytes(String hex) {
    try {
      return Optional.of(HexFormat.of().parseHex(hex));
    } catch (IllegalArgumentException garbled) {
      return Optional.empty();
    }
  }

  private static Optional<Seen> search(byte[] answer) {
    String[] lines = new String(answer, StandardCharsets.ISO_8859_1).split("\r?\n", -1);
    if (!lines[0].matches("HTTP/1[.][01] 200(?: .*)?")) {
      return Optional.empty();
    }
    for (String line : lines) {
      if (line.matches("(?i)ST:\\s*urn:schemas-upnp-org:device:InternetGatewayDevice:\\d+\\s*")) {
        return Optional.of(new Seen.Open());
      }
    }
    return Optional.empty();
  }

  private static Optional<Seen> natPmp(byte[] answer) {
    if (!isReply(answer)) {
      return Optional.empty();
    }
    return switch (code(answer)) {
      case 1, 2, 5 -> Optional.of(new Seen.Closed()); // another version; switched off; no such
      case 0 ->
          answer[0] == 0 && answer.length >= 12 ? Optional.of(new Seen.Open()) : Optional.empty();
      case 3, 4 -> answer[0] == 0 ? Optional.of(new Seen.Open()) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<Seen> pcp(byte[] answer) {
    if (!isReply(answer)) {
      return Optional.empty();
    }
    int code = code(answer);
    if (code == 1) { // another version, such as NAT-PMP's
      return Optional.of(new Seen.Closed());
    }
    if (answer[0] != 2 || answer.length < 24 || code > 13) {
      return Optional.empty();
    }
    // Whatever else is wrong with our question, only a server can say so.
    return Optional.of(code == 2 ? new Seen.Closed() : new Seen.Open());
  }

  private static boolean isReply(byte[] answer) {
    return answer.length >= 4 && answer[1] == (byte) 0x80 && answer[2] == 0;
  }

  /** In both protocols at the same place; NAT-PMP's has a byte more before it. */
  private static int code(byte[] answer) {
    return answer[3] & 0xff;
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
  }
}
