package porchlight.machine.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Composed tables of iphlpapi. */
class IpBytesTest {
  private static final String LINK_LOCAL = "fe800000000000000000000000000001";

  private static Composed adapter() {
    return new Composed(4096)
        .i32(4, 12)
        .pointer(16, 1000)
        .narrow(1000, "{01234567-89AB-CDEF-0123-456789ABCDEF}")
        .pointer(24, 1100)
        .pointer(48, 1200)
        .pointer(56, 1300)
        .wide(1300, "lan.example")
        .pointer(64, 1400)
        .wide(1400, "Composed Wi-Fi 7\nadapter=x")
        .pointer(72, 1600)
        .wide(1600, "Wi-Fi")
        .hex(80, "02005e005301")
        .i32(88, 6)
        .i32(92, 4)
        .i32(100, 71)
        .i32(104, 1)
        .i32(108, 12)
        .pointer(208, 1700)
        .i32(216, 35)
        .i32(220, 36)
        .pointer(232, 1800)
        .ipv4(1800, "c0000201")
        .pointer(1116, 1900)
        .ipv4(1900, "c000020a")
        .u8(1156, 24)
        .pointer(1216, 2000)
        .ipv6(2000, LINK_LOCAL, 12)
        .pointer(1716, 1800);
  }

  @Test
  void an_adapter_is_told_with_all_that_hangs_on_it() {
    var blocks = new Block();
    IpBytes.adapters(adapter().done(), blocks, (index, more) -> more.put("medium", index));
    assertEquals(
        """
        adapter={01234567-89AB-CDEF-0123-456789ABCDEF}
        index=12
        index6=12
        name=Wi-Fi
        description=Composed Wi-Fi 7\\x0aadapter=x
        type=71
        status=1
        mac=02:00:5e:00:53:01
        dhcp=1
        dhcpServer=192.0.2.1
        suffix=lan.example
        metric4=35
        metric6=36
        addresses=192.0.2.10/24
        gateways=192.0.2.1
        dns=fe80:0:0:0:0:0:0:1%12
        medium=12
        """,
        blocks.toString());
  }

  @Test
  void a_list_without_end_and_a_pointer_that_leads_elsewhere_are_refused() {
    Bytes circle = adapter().pointer(8, 0).done();
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> IpBytes.adapters(circle, new Block(), (index, more) -> {}));
    Bytes astray = adapter().pointer(72, 5000).done();
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> IpBytes.adapters(astray, new Block(), (index, more) -> {}));
  }

  @Test
  void routes_and_neighbours_are_rows_of_their_documented_length() {
    var blocks = new Block();
    IpBytes.routes(
        new Composed(IpBytes.routeTable(1))
            .i32(0, 1)
            .i32(8 + 8, 12)
            .ipv4(8 + 12, "00000000")
            .u8(8 + 40, 0)
            .ipv4(8 + 44, "c0000201")
            .i32(8 + 84, 50)
            .i32(8 + 88, 3)
            .done(),
        blocks);
    IpBytes.neighbours(
        new Composed(IpBytes.neighbourTable(1))
            .i32(0, 1)
            .ipv6(8, LINK_LOCAL, 12)
            .i32(8 + 28, 12)
            .hex(8 + 40, "02005e005301")
            .i32(8 + 72, 6)
            .i32(8 + 76, 5)
            .u8(8 + 80, 1)
            .done(),
        blocks);
    assertEquals(
        """
        route=0.0.0.0/0
        nextHop=192.0.2.1
        index=12
        metric=50
        protocol=3

        neighbour=fe80:0:0:0:0:0:0:1%12
        index=12
        mac=02:00:5e:00:53:01
        state=5
        router=1
        """,
        blocks.toString());
    assertThrows(IndexOutOfBoundsException.class, () -> IpBytes.routeTable(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> IpBytes.routeTable(1 << 30));
  }

  @Test
  void listeners_have_their_port_in_the_networks_order() {
    Bytes tcp = new Composed(28).i32(0, 1).hex(8, "7f000001").hex(12, "1f90").i32(24, 77).done();
    assertEquals(
        List.of(new Listeners.Socket("tcp", "127.0.0.1", 8080, 77)),
        Listeners.Table.TCP.sockets(tcp));
    Bytes udp6 =
        new Composed(32).i32(0, 1).hex(4, LINK_LOCAL).i32(20, 12).hex(24, "14e9").i32(28, 8).done();
    assertEquals(
        List.of(new Listeners.Socket("udp", "fe80:0:0:0:0:0:0:1%12", 5353, 8)),
        Listeners.Table.UDP6.sockets(udp6));
    Bytes cut = new Composed(28).i32(0, 2).done();
    assertThrows(IndexOutOfBoundsException.class, () -> Listeners.Table.TCP.sockets(cut));
  }

  @Test
  void services_and_names_of_files_are_read_at_their_offsets() {
    Bytes services =
        new Composed(200).pointer(0, 100).wide(100, "BFE").i32(20, 4).i32(44, 900).done();
    assertEquals(List.of(new Services.Service("BFE", 4, 900)), Services.services(services, 1));
    var names = new java.util.ArrayList<String>();
    OpenFile.names(
        new Composed(400)
            .i32(0, 112)
            .i32(60, 2)
            .wide(104, ".")
            .i32(112 + 60, 10)
            .wide(112 + 104, "a b.c")
            .done(),
        names);
    assertEquals(List.of("a b.c"), names);
  }
}
