package porchlight.uplink;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import porchlight.json.Samples;

/** An uplink to a central of the tests, which complains of whatever is out of order. */
abstract class UplinkToTestCentral {
  final Fixed clock = new Fixed(Instant.parse("2026-11-22T12:00:00Z"));
  final Fixed centralsClock = new Fixed(clock.instant());

  final DeviceKey key = DeviceKey.make(new SecureRandom());

  Seal seal = Seal.NONE;

  TestCentral central;

  UplinkToTestCentral() {
    central = new TestCentral(centralsClock::instant);
  }

  @BeforeEach
  void known() {
    central.know(key, Samples.DEVICE);
  }

  @AfterEach
  void nothingWasOutOfOrder() {
    central.close();
    assertEquals(List.of(), central.faults());
  }

  static UUID id(long sequence) {
    return Samples.report(sequence, Samples.cafe()).id();
  }

  static byte[] packed(String text) {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new java.io.UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  Delivery send(long sequence) {
    try (var uplink = uplink()) {
      return uplink.report(id(sequence), packed(Samples.full(sequence)), 0);
    }
  }

  HttpUplink uplink() {
    return at(central.url());
  }

  Delivery sendTold(Canned... answers) {
    central.say(answers);
    return send(1);
  }

  HttpUplink at(int port) {
    return at(URI.create("http://127.0.0.1:" + port));
  }

  HttpUplink at(URI server) {
    return new HttpUplink(
        server,
        key,
        seal,
        clock.outside(),
        new Skew(Optional.empty()),
        Copies.NONE,
        Duration.ofSeconds(2));
  }
}
