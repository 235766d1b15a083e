package porchlight.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DnsMessageTest {
  private static final DnsMessage.Asked ASKED =
      new DnsMessage.Asked(0x1234, "www.example.com", Probe.Type.A, false);

  /** A packet, put together byte by byte. */
  private static final class Packet {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Packet head(int id, int flags, int questions, int answers, int authorities, int others) {
      return two(id).two(flags).two(questions).two(answers).two(authorities).two(others);
    }

    Packet two(int value) {
      out.write(value >> 8);
      out.write(value);
      return this;
    }

    Packet name(String name) {
      for (String label : name.split("[.]", -1)) {
        out.write(label.length());
        out.writeBytes(label.getBytes(StandardCharsets.ISO_8859_1));
      }
      out.write(0);
      return this;
    }

    Packet bytes(int... values) {
      for (int value : values) {
        out.write(value);
      }
      return this;
    }

    Packet question() {
      return name("www.example.com").two(1).two(1);
    }

    /** Points to the question's name. */
    Packet record(int type, int length) {
      return two(0xc00c).two(type).two(1).two(0).two(60).two(length);
    }

    byte[] done() {
      return out.toByteArray();
    }
  }

  private static Packet answer(int flags, int answers, int authorities, int others) {
    return new Packet().head(0x1234, flags, 1, answers, authorities, others).question();
  }

  private static String said(Packet packet) {
    return assertInstanceOf(Answer.Said.class, DnsMessage.read(packet.done())).text();
  }

  private static void assertGarbled(Packet packet) {
    assertInstanceOf(Answer.Failed.class, DnsMessage.read(packet.done()));
  }

  @Test
  void an_answer_is_told_in_lines() {
    var packet =
        answer(0x81a0, 3, 0, 1)
            .record(5, 6)
            .bytes(3, 'c', 'd', 'n', 0xc0, 0x10)
            .record(1, 4)
            .bytes(192, 0, 2, 80)
            .record(28, 16)
            .bytes(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x80);
    packet.bytes(0).two(41).two(1232).two(0).two(0).two(6).two(15).two(2).two(17);
    assertEquals(
        """
        rcode NOERROR
        flags ra ad
        answer CNAME cdn.example.com
        answer A 192.0.2.80
        answer AAAA 2001:db8:0:0:0:0:0:80
        ede 17
        """,
        said(packet));
  }

  @Test
  void a_name_that_is_not_there_has_the_zone_that_says_so() {
    var packet = answer(0x8183, 0, 1, 0).name("example.com").two(6).two(1).two(0).two(60).two(22);
    packet.bytes(0, 0).two(0).two(0).two(0).two(0).two(0).two(0).two(0).two(0).two(0).two(0);
    assertEquals("rcode NXDOMAIN\nflags ra\nauthority SOA example.com\n", said(packet));
  }

  @Test
  void texts_of_strangers_stay_on_their_line() {
    var packet =
        answer(0x8180, 1, 0, 0).record(16, 8).bytes(7, 'a', '\n', 'r', 'c', '{', 0x1b, 200);
    assertEquals("rcode NOERROR\nflags ra\nanswer TXT a\\010rc\\123\\027\\200\n", said(packet));
  }

  @Test
  void what_was_cut_off_says_so_and_no_more() {
    var packet = answer(0x8380, 5, 0, 0).record(1, 4).bytes(192);
    assertEquals("rcode NOERROR\nflags tc ra\n", said(packet));
  }

  @Test
  void a_name_that_points_at_itself_or_forwards_is_garbled() {
    assertGarbled(answer(0x8180, 1, 0, 0).record(5, 2).bytes(0xc0, 0x2d));
    assertGarbled(answer(0x8180, 1, 0, 0).bytes(0xc0, 0x21).two(1).two(1).two(0).two(0).two(0));
    var packet = answer(0x8180, 1, 0, 0).record(5, 4).bytes(0xc0, 0x2f, 0xc0, 0x2d);
    assertGarbled(packet);
  }

  @Test
  void lengths_that_lie_are_garbled() {
    assertGarbled(answer(0x8180, 1, 0, 0).record(1, 4).bytes(192, 0, 2));
    assertGarbled(answer(0x8180, 1, 0, 0).record(1, 5).bytes(192, 0, 2, 1, 1));
    assertGarbled(answer(0x8180, 1, 0, 0).record(16, 3).bytes(9, 'a', 'b'));
    assertGarbled(
        answer(0x8180, 0, 0, 1).bytes(0).two(41).two(0).two(0).two(0).two(4).two(15).two(9));
    assertGarbled(answer(0x8180, 2, 0, 0).record(1, 4).bytes(192, 0, 2, 1));
    assertGarbled(answer(0x8180, 1, 0, 0).bytes(0x80));
    assertGarbled(new Packet().two(0x1234));
  }

  @Test
  void thousands_of_records_are_garbled_at_once() {
    var packet = answer(0x8180, 4000, 0, 0);
    for (int i = 0; i < 4000; i++) {
      packet.record(1, 4).bytes(192, 0, 2, 1);
    }
    assertGarbled(packet);
    assertGarbled(new Packet().head(0x1234, 0x8180, 60000, 0, 0, 0));
  }

  @Test
  void a_name_longer_than_names_are_is_garbled() {
    var packet = answer(0x8180, 1, 0, 0).record(5, 256);
    for (int i = 0; i < 64; i++) {
      packet.bytes(3, 'a', 'b', 'c');
    }
    assertGarbled(packet.bytes(0));
  }

  @Test
  void only_an_answer_to_that_very_question_counts() {
    byte[] good = answer(0x8180, 0, 0, 0).done();
    assertTrue(DnsMessage.isAnswerTo(ASKED, good));
    for (byte[] other :
        new byte[][] {
          new Packet().head(0x1235, 0x8180, 1, 0, 0, 0).question().done(),
          new Packet().head(0x1234, 0x0180, 1, 0, 0, 0).question().done(),
          new Packet().head(0x1234, 0xa980, 1, 0, 0, 0).question().done(),
          new Packet().head(0x1234, 0x8180, 0, 0, 0, 0).done(),
          new Packet().head(0x1234, 0x8180, 2, 0, 0, 0).question().question().done(),
          new Packet()
              .head(0x1234, 0x8180, 1, 0, 0, 0)
              .name("www.example.org")
              .two(1)
              .two(1)
              .done(),
          new Packet()
              .head(0x1234, 0x8180, 1, 0, 0, 0)
              .name("www.example.com")
              .two(28)
              .two(1)
              .done(),
          new Packet()
              .head(0x1234, 0x8180, 1, 0, 0, 0)
              .name("www.example.com")
              .two(1)
              .two(3)
              .done(),
          Arrays.copyOf(good, 11),
          Arrays.copyOf(good, good.length - 1),
          new byte[0]
        }) {
      assertFalse(DnsMessage.isAnswerTo(ASKED, other));
    }
    byte[] shouting =
        new Packet().head(0x1234, 0x8180, 1, 0, 0, 0).name("WWW.example.COM").two(1).two(1).done();
    assertTrue(DnsMessage.isAnswerTo(ASKED, shouting));
    assertTrue(
        DnsMessage.isAnswerTo(ASKED, new Packet().head(0x1234, 0x8181, 0, 0, 0, 0).done()),
        "a server that could not read the question");
  }

  @Test
  void a_question_is_what_others_understand() {
    byte[] query = DnsMessage.query(ASKED);
    query[2] |= (byte) 0x80; // as an answer it is well formed, too
    assertTrue(DnsMessage.isAnswerTo(ASKED, query));
    assertEquals(
        "rcode NOERROR\nflags ad\n",
        assertInstanceOf(Answer.Said.class, DnsMessage.read(query)).text());
  }

  /** Whatever comes, it is an answer or garbled, never an exception, and never endless. */
  @Test
  void noise_and_broken_answers_do_no_harm() {
    var random = new Random(20261122);
    byte[] good =
        answer(0x81a0, 2, 0, 1)
            .record(5, 6)
            .bytes(3, 'c', 'd', 'n', 0xc0, 0x10)
            .record(1, 4)
            .bytes(192, 0, 2, 80)
            .bytes(0)
            .two(41)
            .two(1232)
            .two(0)
            .two(0)
            .two(6)
            .two(15)
            .two(2)
            .two(17)
            .done();
    int understood = 0;
    for (int i = 0; i < 200_000; i++) {
      byte[] packet;
      if (i % 4 == 0) {
        packet = new byte[random.nextInt(600)];
        random.nextBytes(packet);
      } else {
        packet = Arrays.copyOf(good, random.nextInt(good.length + 20));
        for (int j = random.nextInt(4); j > 0 && packet.length > 0; j--) {
          packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
        }
      }
      DnsMessage.isAnswerTo(ASKED, packet);
      if (DnsMessage.read(packet) instanceof Answer.Said said) {
        understood++;
        assertTrue(said.text().matches("[\\x20-\\x7e\\n]*"), said.text());
      }
    }
    assertTrue(understood > 1000, "only " + understood);
  }
}
