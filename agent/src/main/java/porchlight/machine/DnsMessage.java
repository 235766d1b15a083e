package porchlight.machine;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The little of the DNS message format (RFC 1035, 6891, 8914) that asking and reading an answer
 * takes. What comes in is hostile until it is read: every length is held against the packet, a
 * compressed name may only point backwards, and a packet with a thousand records is refused.
 */
final class DnsMessage {
  private static final int HEADER = 12;
  private static final int MOST_RECORDS = 100;
  private static final int LONGEST_NAME = 255;
  private static final int BUFFER = 1232;

  private static final int RESPONSE = 0x8000;
  private static final int OPCODE = 0x7800;
  private static final int AA = 0x0400;
  private static final int TC = 0x0200;
  private static final int RD = 0x0100;
  private static final int RA = 0x0080;
  private static final int AD = 0x0020;

  private static final int CNAME = 5;
  private static final int SOA = 6;
  private static final int OPT = 41;
  private static final int EDE = 15;
  private static final int IN = 1;

  private static final String[] RCODES = {
    "NOERROR", "FORMERR", "SERVFAIL", "NXDOMAIN", "NOTIMP", "REFUSED"
  };

  private final byte[] bytes;
  private int at;

  private DnsMessage(byte[] bytes) {
    this.bytes = bytes;
  }

  /** A question; {@code plain} is without EDNS. */
  record Asked(int id, String name, Probe.Type type, boolean plain) {}

  /** Not a DNS message, or none that can be relied on. */
  private static final class Garbled extends Exception {
    private static final long serialVersionUID = 1;

    Garbled(String what) {
      super(what, null, false, false);
    }
  }

  static byte[] query(Asked asked) {
    var out = new ByteArrayOutputStream();
    two(out, asked.id);
    two(out, RD | AD); // RFC 6840, 5.7: tell me whether it is authenticated
    two(out, 1);
    two(out, 0);
    two(out, 0);
    two(out, asked.plain ? 0 : 1);
    for (String label : asked.name.split("[.]", -1)) {
      byte[] letters = label.getBytes(StandardCharsets.US_ASCII);
      out.write(letters.length);
      out.writeBytes(letters);
    }
    out.write(0);
    two(out, asked.type.code());
    two(out, IN);
    if (!asked.plain) {
      out.write(0);
      two(out, OPT);
      two(out, BUFFER);
      two(out, 0);
      two(out, 0);
      two(out, 0);
    }
    return out.toByteArray();
  }

  private static void two(ByteArrayOutputStream out, int value) {
    out.write(value >> 8);
    out.write(value);
  }

  /** Whether the packet answers that very question; false for anything else. */
  static boolean isAnswerTo(Asked asked, byte[] packet) {
    var message = new DnsMessage(packet);
    try {
      int id = message.two();
      int flags = message.two();
      int questions = message.two();
      if (id != asked.id || (flags & RESPONSE) == 0 || (flags & OPCODE) != 0) {
        return false;
      }
      if (questions == 0) {
        return rcode(flags).equals("FORMERR"); // of a server that could not even read the question
      }
      message.at = HEADER;
      return questions == 1
          && message.name().equals(asked.name.toLowerCase(Locale.ROOT))
          && message.two() == asked.type.code()
          && message.two() == IN;
    } catch (Garbled garbled) {
      return false;
    }
  }

  /** The answer as lines; {@link Answer.Failed} for what is not to be relied on. */
  static Answer read(byte[] packet) {
    try {
      return new Answer.Said(0, new DnsMessage(packet).lines());
    } catch (Garbled garbled) {
      return new Answer.Failed("not a DNS answer: " + garbled.getMessage());
    }
  }

  private String lines() throws Garbled {
    two();
    int flags = two();
    int questions = two();
    int answers = two();
    int authorities = two();
    int others = two();
    var out = new StringBuilder();
    int start = 0; // of the rcode's line, which EDNS may change
    out.append("rcode ").append(rcode(flags)).append('\n');
    out.append("flags")
        .append((flags & AA) == 0 ? "" : " aa")
        .append((flags & TC) == 0 ? "" : " tc")
        .append((flags & RA) == 0 ? "" : " ra")
        .append((flags & AD) == 0 ? "" : " ad")
        .append('\n');
    if ((flags & TC) != 0) {
      return out.toString(); // cut off anywhere: only another transport tells the rest
    }
    if (questions > 1 || answers + authorities + others > MOST_RECORDS) {
      throw new Garbled("too many records");
    }
    for (int i = 0; i < questions; i++) {
      name();
      two();
      two();
    }
    for (int i = 0; i < answers + authorities + others; i++) {
      record(out, i < answers ? "answer" : i < answers + authorities ? "authority" : "", start);
    }
    return out.toString();
  }

  private void record(StringBuilder out, String section, int start) throws Garbled {
    String owner = name();
    int type = two();
    int kind = two();
    int ttlHigh = two();
    two();
    int length = two();
    int end = at + length;
    if (end > bytes.length) {
      throw new Garbled("a record is longer than the packet");
    }
    if (type == OPT && section.isEmpty()) {
      int extended = ttlHigh >> 8;
      if (extended != 0) {
        int line = out.indexOf("\n", start);
        out.replace(start, line, "rcode " + (extended << 4) + "+");
      }
      options(out, end);
    } else if (kind == IN && section.equals("answer")) {
      answer(out, type, length, end);
    } else if (kind == IN && section.equals("authority") && type == SOA) {
      out.append("authority SOA ").append(owner).append('\n');
    } else if (section.equals("authority")) {
      out.append("authority ").append(type).append('\n');
    }
    at = end;
  }

  private void answer(StringBuilder out, int type, int length, int end) throws Garbled {
    if (type == Probe.Type.A.code()) {
      if (length != 4) {
        throw new Garbled("an address of " + length + " bytes");
      }
      out.append("answer A ");
      for (int i = 0; i < 4; i++) {
        out.append(i == 0 ? "" : ".").append(one());
      }
      out.append('\n');
    } else if (type == Probe.Type.AAAA.code()) {
      if (length != 16) {
        throw new Garbled("an address of " + length + " bytes");
      }
      out.append("answer AAAA ");
      for (int i = 0; i < 8; i++) {
        out.append(i == 0 ? "" : ":").append(Integer.toHexString(two()));
      }
      out.append('\n');
    } else if (type == Probe.Type.TXT.code()) {
      out.append("answer TXT ");
      while (at < end) {
        int letters = one();
        if (at + letters > end) {
          throw new Garbled("a text is longer than its record");
        }
        for (int i = 0; i < letters; i++) {
          letter(out, one());
        }
      }
      out.append('\n');
    } else if (type == CNAME) {
      out.append("answer CNAME ").append(name()).append('\n');
    } else {
      out.append("answer ").append(type).append('\n');
    }
  }

  private void options(StringBuilder out, int end) throws Garbled {
    while (at < end) {
      int code = two();
      int length = two();
      int next = at + length;
      if (next > end) {
        throw new Garbled("an option is longer than its record");
      }
      if (code == EDE && length >= 2) {
        out.append("ede ").append(two()).append('\n');
      }
      at = next;
    }
  }

  /** A name in lower case without the last dot; the root's is a dot. */
  private String name() throws Garbled {
    var name = new StringBuilder();
    int back = -1; // where to go on after a pointer
    int floor = at; // a pointer leads before the name it stands in: no ring
    int octets = 0; // RFC 1035: 255 with all the lengths, however much space an escape takes here
    while (true) {
      int length = one();
      if ((length & 0xc0) == 0xc0) {
        int target = (length & 0x3f) << 8 | one();
        if (back < 0) {
          back = at;
        }
        if (target >= floor) {
          throw new Garbled("a name points forwards");
        }
        floor = target;
        at = target;
        continue;
      }
      if ((length & 0xc0) != 0) {
        throw new Garbled("a label of a kind that is not known");
      }
      if (length == 0) {
        break;
      }
      octets += length + 1;
      if (octets >= LONGEST_NAME) {
        throw new Garbled("a name is too long");
      }
      name.append(name.isEmpty() ? "" : ".");
      for (int i = 0; i < length; i++) {
        letter(name, one());
      }
    }
    at = back < 0 ? at : back;
    return name.isEmpty() ? "." : name.toString().toLowerCase(Locale.ROOT);
  }

  /** Text from outside stays on one line and cannot be taken for anything else. */
  private static void letter(StringBuilder out, int letter) {
    boolean plain = letter > ' ' && letter < 0x7f && letter != '\\' && letter != '{';
    if (plain || letter == ' ') {
      out.append((char) letter);
    } else {
      out.append('\\').append(letter / 100).append(letter / 10 % 10).append(letter % 10);
    }
  }

  private int one() throws Garbled {
    if (at >= bytes.length) {
      throw new Garbled("it ends too early");
    }
    return bytes[at++] & 255;
  }

  private int two() throws Garbled {
    return one() << 8 | one();
  }

  private static String rcode(int flags) {
    int code = flags & 15;
    return code < RCODES.length ? RCODES[code] : "RCODE" + code;
  }
}
