package porchlight.gather.linux.people;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import porchlight.facts.Proxy;
import porchlight.facts.Proxy.Setting;
import porchlight.facts.Proxy.Way;
import porchlight.facts.Reading;
import porchlight.facts.Reason;
import porchlight.facts.Unseen;
import porchlight.gather.linux.Garbled;
import porchlight.gather.linux.Scripted;
import porchlight.gather.linux.people.Accounts.Person;
import porchlight.machine.Answer;
import porchlight.machine.Home;
import porchlight.machine.Question;

class LinuxProxyTest {
  private static final Person ANN = new Person("ann", 1000, new Home("/home/ann"));
  private static final Question GNOME = ANN.home().dconf(".config/dconf/user", GnomeProxy.KEYS);
  private static final Question PLASMA = PlasmaProxy.own(ANN);
  private static final Question SCRIPT = ProxyEnvironment.file(ProxyEnvironment.SHELLS, "proxy.sh");
  private static final String DEFAULTS =
      """
      org.gnome.system.proxy/mode='none'
      org.gnome.system.proxy/autoconfig-url=''
      org.gnome.system.proxy.http/host=''
      org.gnome.system.proxy.http/port=8080
      org.gnome.system.proxy.https/host=''
      org.gnome.system.proxy.https/port=0
      org.gnome.system.proxy.ftp/host=''
      org.gnome.system.proxy.ftp/port=0
      org.gnome.system.proxy.socks/host=''
      org.gnome.system.proxy.socks/port=0
      """;

  private static Scripted laptop(String... sessions) {
    return new Scripted()
        .says(Accounts.PASSWD, "root:x:0:0::/root:/bin/sh\nann:x:1000:1000::/home/ann:/bin/sh\n")
        .says(Accounts.HOMES, "ann")
        .says(Sessions.FOLDERS.get(0), String.join("\n", sessions));
  }

  private static Scripted gnome(String own) {
    return laptop("gnome.desktop").says(GnomeProxy.DEFAULTS.get(1), DEFAULTS).says(GNOME, own);
  }

  private static Scripted plasma(String own) {
    return laptop("plasma.desktop").says(PLASMA, own);
  }

  private static Proxy read(Scripted machine) {
    return assertInstanceOf(
        Proxy.class, assertInstanceOf(Reading.Known.class, LinuxProxy.read(machine)).value());
  }

  private static List<Way> ways(Scripted machine) {
    Proxy proxy = read(machine);
    assertEquals(Optional.empty(), proxy.unseen());
    return proxy.settings().stream().map(Setting::way).toList();
  }

  private static void unseen(Reason reason, Scripted machine) {
    Proxy proxy = read(machine);
    assertEquals(Optional.of(reason), proxy.unseen().map(Unseen::reason));
    assertFalse(proxy.unseen().toString().contains("ann"), proxy.unseen().toString());
  }

  private static Way fixed(String host, int port) {
    return new Way.Fixed(host, port);
  }

  @Test
  void without_a_setting_there_is_no_proxy() {
    assertEquals(List.of(), ways(new Scripted()));
    assertEquals(List.of(), ways(gnome("")));
    assertEquals(List.of(), ways(plasma("")));
    assertEquals(List.of(), ways(laptop("sway.desktop")));
  }

  @Test
  void gnome_has_three_modes() {
    String hosts =
        """
        /system/proxy/http/host='proxy.test'
        /system/proxy/socks/host='::1'
        /system/proxy/socks/port=1080
        """;
    assertEquals(List.of(), ways(gnome(hosts)), "set, and not in use");
    assertEquals(
        List.of(fixed("proxy.test", 8080)),
        ways(gnome("/system/proxy/mode='manual'\n/system/proxy/http/host='proxy.test'\n")));
    assertEquals(List.of(new Way.Discovered()), ways(gnome("/system/proxy/mode='auto'\n")));
    assertEquals(
        List.of(new Way.Script("http", "pac.test")),
        ways(
            gnome(
                """
                /system/proxy/mode='auto'
                /system/proxy/autoconfig-url='http://PAC.test:81/'
                """)));
    assertEquals(
        List.of(new Setting("GNOME", "ann", new Way.Discovered())),
        read(gnome("/system/proxy/mode='auto'\n")).settings());
    assertEquals(List.of(), ways(gnome("/system/proxy/mode='manual'\n")), "no host");
  }

  @Test
  void other_desktops_go_by_gnomes_settings() {
    var machine =
        laptop("xfce.desktop")
            .says(GnomeProxy.DEFAULTS.get(1), DEFAULTS)
            .says(GNOME, "/system/proxy/mode='auto'\n");
    assertEquals(List.of(new Way.Discovered()), ways(machine));
    unseen(Reason.NEEDS_PRIVILEGE, machine.answers(GNOME, new Answer.Denied()));
  }

  @Test
  void plasma_has_a_type_and_everybodys_settings_below_ones_own() {
    String group = "[Proxy Settings]\n";
    String script = "Proxy Config Script=https://pac.test/\n";
    assertEquals(List.of(), ways(plasma(group + "ProxyType=0\nhttpProxy=http://a.test 80\n")));
    assertEquals(
        List.of(fixed("a.test", 80), fixed("b.test", 0)),
        ways(
            plasma(
                group
                    + "ProxyType=1\n"
                    + "httpProxy=http://a.test 80\n"
                    + "httpsProxy=http://a.test 80\n"
                    + "socksProxy=socks://b.test\n")));
    assertEquals(
        List.of(new Way.Script("https", "pac.test")),
        ways(plasma(group + script + "ProxyType=2\n")));
    assertEquals(List.of(new Way.Discovered()), ways(plasma(group + "ProxyType=3\n")));
    assertEquals(List.of(), ways(plasma(group + "ProxyType=4\n")));
    assertEquals(List.of(), ways(plasma("[Other]\nProxyType=3\n")));
    assertEquals(
        List.of(new Way.Discovered()),
        ways(plasma("").says(PlasmaProxy.SYSTEM, group + "ProxyType=3\n")));
    assertEquals(
        List.of(),
        ways(
            plasma(group + "ProxyType=3\n").says(PlasmaProxy.SYSTEM, group + "ProxyType[$i]=0\n")));
    unseen(Reason.NOT_SUPPORTED, plasma(group + "ProxyType[$e]=$TYPE\n"));
    unseen(Reason.NOT_UNDERSTOOD, plasma(group + "ProxyType=9\n"));
    unseen(Reason.NOT_UNDERSTOOD, plasma(group + "ProxyType=2\n"));
    unseen(Reason.NOT_UNDERSTOOD, plasma(group + "ProxyType=1\nhttpProxy=?\n"));
  }

  @Test
  void the_environment_is_everybodys() {
    assertEquals(
        List.of(new Setting("/etc/environment", "", fixed("proxy.test", 3128))),
        read(new Scripted()
                .says(
                    ProxyEnvironment.ALL,
                    "http_proxy=\"http://proxy.test:3128/\"\nHTTPS_PROXY='proxy.test:3128'\n"))
            .settings());
    var shell = new Scripted().says(ProxyEnvironment.SHELLS, "a.csh\nproxy.sh");
    assertEquals(
        List.of(fixed("proxy.test", 3128)),
        ways(
            shell.says(
                SCRIPT,
                """
                [ -n x ]
                  export http_proxy=proxy.test:3128; export http_proxy
                export http_proxy
                """)));
    assertEquals(List.of(), ways(shell.says(SCRIPT, "http_proxy=a.test\nhttp_proxy=\n")));
    unseen(Reason.NOT_UNDERSTOOD, shell.says(SCRIPT, "export http_proxy=$PROXY\n"));
    unseen(Reason.NOT_UNDERSTOOD, shell.says(SCRIPT, "http_proxy=?\n"));
    unseen(Reason.NOT_UNDERSTOOD, shell.answers(SCRIPT, new Answer.Failed("a link")));
    unseen(
        Reason.NEEDS_PRIVILEGE,
        new Scripted().answers(ProxyEnvironment.PARTS, new Answer.Denied()));
  }

  @Test
  void what_is_missing_denied_or_not_understood_is_not_a_no() {
    unseen(Reason.NEEDS_PRIVILEGE, gnome("").answers(GNOME, new Answer.Denied()));
    unseen(Reason.NEEDS_PRIVILEGE, plasma("").answers(PLASMA, new Answer.Denied()));
    unseen(Reason.NOT_UNDERSTOOD, gnome("/system/proxy/mode=?\n"));
    unseen(
        Reason.NOT_UNDERSTOOD,
        gnome("/system/proxy/mode='manual'\n/system/proxy/http/host='a b c'\n"));
    unseen(
        Reason.NOT_UNDERSTOOD,
        gnome("/system/proxy/mode='auto'\n/system/proxy/autoconfig-url='?'\n"));
    unseen(Reason.TOOL_MISSING, laptop("gnome.desktop"));
    unseen(Reason.TIMED_OUT, gnome("").answers(Sessions.FOLDERS.get(0), new Answer.TimedOut()));
    unseen(Reason.NOT_SUPPORTED, gnome("").says(LinuxProxy.PACRUNNER, "2026-01-01T00:00:00Z"));
  }

  @Test
  void one_persons_closed_settings_do_not_hide_what_is_everybodys() {
    var machine =
        gnome("")
            .answers(GNOME, new Answer.Denied())
            .says(ProxyEnvironment.ALL, "http_proxy=http://proxy.test:1\n");
    assertEquals(1, read(machine).settings().size());
    unseen(Reason.NEEDS_PRIVILEGE, machine);
  }

  @Test
  void spoilt_settings_are_no_exception() {
    int forms =
        Garbled.each(
            """
            [Proxy Settings]
            ProxyType=1
            httpProxy=http://a.test 80
            http_proxy=http://b:1/
            /system/proxy/mode='auto'
            """,
            text -> {
              read(gnome(text));
              read(plasma(text));
              read(new Scripted().says(ProxyEnvironment.ALL, text));
            });
    assertTrue(forms > 100);
  }
}
