package porchlight.central.out;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a webhook may not reach. */
class InsideTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "127.0.0.1",
        "127.8.8.8",
        "0.0.0.0",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.0.1",
        "169.254.169.254",
        "100.64.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "198.18.0.1",
        "::1",
        "::",
        "fe80::1",
        "fd00::1",
        "fc00::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "2001:0:1::1"
      })
  void a_private_address_is_refused_in_every_way_it_can_be_written(String address)
      throws Exception {
    InetAddress there = InetAddress.getByName(address);
    assertThrows(
        Inside.Refused.class,
        () -> new Inside().createSocket().connect(new InetSocketAddress(there, 9), 100));
  }

  @ParameterizedTest
  @CsvSource({
    "8.8.8.8",
    "172.32.0.1",
    "100.128.0.1",
    "192.169.0.1",
    "2a00:1450::1",
    "64:ff9b::8.8.8.8",
    "2002:808:808::"
  })
  void a_public_one_is_not(String address) throws Exception {
    assertEquals(false, Inside.isPrivate(InetAddress.getByName(address)));
  }
}
