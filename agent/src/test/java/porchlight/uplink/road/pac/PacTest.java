package porchlight.uplink.road.pac;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts as administrators write them, and as enemies do. */
class PacTest {
  /** A Sunday, 12:30. */
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 11, 22, 12, 30, 0, 0, ZoneOffset.UTC);

  private static final class World extends PacHost {
    World() {
      super(NOW);
    }

    @Override
    List<String> addresses(String name) {
      return Map.of(
              "central.example", List.of("203.0.113.7", "2001:db8:7::1"),
              "inside.example", List.of("10.1.2.3"),
              "six.example", List.of("2001:db8:8::1"))
          .getOrDefault(name, List.of());
    }

    @Override
    List<String> own() {
      return List.of("192.168.7.20", "2001:db8::20");
    }
  }

  private static String ask(String script) throws IOException {
    return Pac.ask(script, "central.example", new World());
  }

  /** What that expression is, in a script that does nothing else. */
  private static String value(String expression) throws IOException {
    return ask("function FindProxyForURL(url, host) { return String(" + expression + "); }");
  }

  @Test
  void a_company_s_script_is_followed() throws IOException {
    String script =
        """
        // Proxy of ACME
        var proxies = { "de": "PROXY de.proxy.example:8080", "us": "PROXY us.proxy.example:8080" };
        var inner = [".acme.example", ".corp"], i
        function ours(host) {
          for (i = 0; i < inner.length; i++) { if (dnsDomainIs(host, inner[i])) return true }
          return false
        }
        function FindProxyForURL(url, host) {
          host = host.toLowerCase();
          if (isPlainHostName(host) || ours(host) || shExpMatch(host, "*.local"))
            return "DIRECT";
          var address = dnsResolve(host);
          if (/^10\\.|^192\\.168\\./.test(address)) return "DIRECT";
          else if (isInNet(myIpAddress(), "192.168.0.0", "255.255.0.0")) {
            switch (url.substring(0, 6)) {
              case "http:/": return proxies["us"];
              case "https:": return proxies.de + "; " + proxies['us'] + "; DIRECT";
              default: break;
            }
          }
          return "DIRECT";
        }
        """;
    assertEquals("PROXY de.proxy.example:8080; PROXY us.proxy.example:8080; DIRECT", ask(script));
    assertEquals("DIRECT", Pac.ask(script, "wiki.acme.example", new World()));
    assertEquals("DIRECT", Pac.ask(script, "INTRANET", new World()));
    assertEquals("DIRECT", Pac.ask(script, "inside.example", new World()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 + 2 * 3 => 7",
        "'1' + 2 => 12",
        "'3' * '4' => 12",
        "1 == '1' => true",
        "1 === '1' => false",
        "null == undefined => true",
        "null === undefined => false",
        "typeof nothing => undefined",
        "'abc'.indexOf('c') >= 0 ? 'yes' : 'no' => yes",
        "'a.b.c'.split('.').reverse().join('/') => c/b/a",
        "'abcdef'.substr(-3, 2) => de",
        "'abcdef'.slice(1, -1) => bcde",
        "'abcdef'.substring(4, 1) => bcd",
        "'x'.charAt(5) === '' => true",
        "[1, 2, 3].concat([4])[3] => 4",
        "[1, 2, 3].length => 3",
        "({a: 1, 'b': 2})['b'] => 2",
        "'b' in {b: 1} => true",
        "(7 & 3) + (1 << 4) => 19",
        "(167772161 >>> 24) => 10",
        "-1 >>> 28 => 15",
        "'Host-01'.match(/host-(\\d+)/i)[1] => 01",
        "'a-b-c'.replace(/-/g, '.') => a.b.c",
        "'a-b-c'.replace('-', '.') => a.b-c",
        "/[[&]x/.test('[x') => true",
        "/^a$/.test('a\\n') => false",
        "new RegExp('^ce').test('central') => true",
        "parseInt('12px') => 12",
        "parseInt('0x1f') => 31",
        "(255).toString(2) => 11111111",
        "Math.floor(7 / 2) => 3",
        "isNaN(Number('x')) => true",
        "new Date().getDay() => 0",
        "new Date().getHours() => 12",
        "!![] && !'' => true",
        "'' || 'other' => other",
        "(function (n) { var s = 0; for (var k = 1; k <= n; k++) s += k; return s; })(10) => 55",
        "(function () { for (var k in {a: 1}) return k; })() => a",
        "(function () { try { nothing(); } catch (e) { return 'caught'; } })() => caught",
        "(function () { var n = 0; do { n++; if (n == 2) continue; if (n > 4) break; } while (true); return n; })() => 5",
        "(function () { return arguments.length; })(1, 2, 3) => 3",
        "[3, 4].map(function (x) { return x * x; }).join() => 9,16",
        "isInNet('10.1.2.3', '10.0.0.0', '255.0.0.0') => true",
        "isInNet('inside.example', '10.1.0.0', '255.255.0.0') => true",
        "isInNet('six.example', '10.1.0.0', '255.255.0.0') => false",
        "isInNet('unknown.example', '0.0.0.0', '0.0.0.0') => false",
        "isInNetEx('six.example', '2001:db8:8::/48') => true",
        "isInNetEx('six.example', '2001:db8:9::/48') => false",
        "isInNetEx('203.0.113.7', '203.0.113.0/24') => true",
        "dnsResolve('unknown.example') === null => true",
        "dnsResolveEx('central.example') => 203.0.113.7;2001:db8:7::1",
        "isResolvable('unknown.example') => false",
        "dnsDomainIs('www.Example.com', '.example.com') => true",
        "dnsDomainLevels('a.b.c') => 2",
        "localHostOrDomainIs('www', 'www.example.com') => true",
        "localHostOrDomainIs('ww', 'www.example.com') => false",
        "shExpMatch('http://a.b/c', '*a.?/*') => true",
        "shExpMatch('aaab', '*a*c') => false",
        "weekdayRange('SUN') => true",
        "weekdayRange('FRI', 'MON') => true",
        "weekdayRange('MON', 'SAT') => false",
        "timeRange(12) => true",
        "timeRange(8, 18) => true",
        "timeRange(22, 6) => false",
        "timeRange(12, 29, 12, 31) => true",
        "timeRange(12, 31, 0, 23, 0, 0) => false",
        "dateRange(22) => true",
        "dateRange('NOV', 'FEB') => true",
        "dateRange('JAN', 'MAR') => false",
        "dateRange(1, 'JUN', 2026, 1, 'DEC', 2026) => true",
        "dateRange(2027) => false",
        "dateRange(15, 'NOV', 30, 'NOV') => true"
      })
  void the_language_and_the_functions_are_as_in_a_browser(String row) throws IOException {
    String[] parts = row.split(" => ", -1);
    assertEquals(parts[1], value(parts[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "while (true) {}",
        "for (;;) { try { while (true) {} } catch (e) {} finally { while (true) {} } }",
        "function f() { return f(); } f();",
        "var s = 'x'; while (true) s = s + s;",
        "var a = []; while (true) a.push('y');",
        "var a = []; a[2000000000] = 1;",
        "new Array(2000000000);",
        "var o = {}; var n = 0; while (true) o['k' + n++] = n;",
        "/(a+)+$/.test('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!');",
        "'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!'.replace(/(a*)*b/g, '');",
        "/(/.test('a')",
        "/(x{0,900}){0,900}(y{0,900}){0,900}/.test('z')[0][0]",
        "java.lang.System.exit(3)",
        "Packages.java.lang.Runtime",
        "this.constructor.constructor('return 1')()",
        "eval('1')",
        "var x = ",
        "'never ends",
        "/* never ends",
        "{{{{",
        "\u0000",
        "return",
        "throw {}",
        "",
      })
  void what_is_hostile_or_broken_ends_in_time_and_says_so(String script) {
    long before = System.nanoTime();
    assertThrows(IOException.class, () -> ask(script));
    assertTrue(System.nanoTime() - before < 4_000_000_000L, "in time");
  }

  @Test
  void long_nesting_is_refused_and_long_rows_are_not() throws IOException {
    for (String nest : List.of("(", "[", "{a:", "!", "-", "f(", "a?", "function(){return ")) {
      assertThrows(IOException.class, () -> ask("var x = " + nest.repeat(100_000)), nest);
    }
    var rows = new StringBuilder("function FindProxyForURL(url, host) {\n");
    for (int i = 0; i < 3000; i++) {
      rows.append("if (host == 'h").append(i).append("') { return 'DIRECT'; } else ");
    }
    rows.append("return ");
    for (int i = 0; i < 3000; i++) {
      rows.append("host == 'g").append(i).append("' || ");
    }
    assertEquals("PROXY p:1", ask(rows + "'PROXY p:1'; }"));
    String sum =
        Stream.generate(() -> "''").limit(3000).reduce("'PROXY p:1'", (a, b) -> a + "+" + b);
    assertEquals("PROXY p:1", value(sum));
  }

  @Test
  void a_look_up_that_hangs_is_not_waited_for() {
    var hanging =
        new PacHost(NOW) {
          @Override
          List<String> addresses(String name) {
            try {
              Thread.sleep(60_000);
            } catch (InterruptedException never) {
              Thread.currentThread().interrupt();
            }
            return List.of();
          }
        };
    var failed =
        assertThrows(
            IOException.class,
            () ->
                Pac.ask(
                    "function FindProxyForURL(u, h) { return dnsResolve(h); }",
                    "h",
                    hanging,
                    java.time.Duration.ofMillis(300)));
    assertEquals("it took more than 300 ms", failed.getMessage());
  }

  @Test
  void the_path_is_not_told() throws IOException {
    assertEquals(
        "https://central.example/", ask("function FindProxyForURL(url, h) { return url; }"));
  }

  @Test
  void what_is_wrong_is_named_by_its_line() {
    var failed = assertThrows(IOException.class, () -> ask("var a = 1;\nvar b = class {};\n"));
    assertEquals("line 2 is not understood at {", failed.getMessage());
  }
}
