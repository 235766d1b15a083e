@echo off
rem What is judged as bad, and what the tests find again: see WindowsUnderWineIT.
set TCPIP=HKLM\SYSTEM\CurrentControlSet\Services\Tcpip\Parameters
reg add %TCPIP%\Interfaces\{00000000-0000-0000-0000-0000AAAA0001} /v NameServer /t REG_SZ /d 192.0.2.53 /f
reg add %TCPIP%\Interfaces\{00000000-0000-0000-0000-0000AAAA0001} /v EnableDHCP /t REG_DWORD /d 0 /f
reg add %TCPIP%\Interfaces\{00000000-0000-0000-0000-0000AAAA0002} /v DhcpNameServer /t REG_SZ /d 192.0.2.1 /f
reg add %TCPIP%\Interfaces\{00000000-0000-0000-0000-0000AAAA0002} /v EnableDHCP /t REG_DWORD /d 1 /f
reg add %TCPIP% /v DataBasePath /t REG_EXPAND_SZ /d %%SystemRoot%%\moved /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\System /v EnableSmartScreen /t REG_DWORD /d 0 /f
reg add "HKLM\SYSTEM\CurrentControlSet\Control\Terminal Server" /v fDenyTSConnections /t REG_DWORD /d 0 /f
reg add "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon" /v AutoAdminLogon /t REG_SZ /d 1 /f
reg add "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon" /v DefaultUserName /t REG_SZ /d kiosk /f
reg add "HKLM\SOFTWARE\Microsoft\Windows NT\CurrentVersion\Winlogon" /v DefaultPassword /t REG_SZ /d "correct horse" /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate /v WUServer /t REG_SZ /d http://wsus.example.com:8530 /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU /v UseWUServer /t REG_DWORD /d 1 /f
reg add "HKLM\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient" /v EnableMulticast /t REG_DWORD /d 1 /f
reg add "HKLM\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient\DnsPolicyConfig\rule" /v Name /t REG_MULTI_SZ /d . /f
reg add "HKLM\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient\DnsPolicyConfig\rule" /v ConfigOptions /t REG_DWORD /d 8 /f
reg add "HKLM\SOFTWARE\Policies\Microsoft\Windows NT\DNSClient\DnsPolicyConfig\rule" /v GenericDNSServers /t REG_SZ /d 203.0.113.66 /f
reg add HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\Policies\System /v EnableLUA /t REG_DWORD /d 0 /f
reg add "HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings" /v ProxyEnable /t REG_DWORD /d 1 /f
reg add "HKCU\Software\Microsoft\Windows\CurrentVersion\Internet Settings" /v ProxyServer /t REG_SZ /d http=ann:battery@proxy.example.com:8080 /f
set LIST=Software\Microsoft\Windows\CurrentVersion\Uninstall
reg add HKLM\%LIST%\{1} /v DisplayName /t REG_SZ /d "AnyDesk ad_msi" /f
reg add HKLM\%LIST%\{2} /v DisplayName /t REG_SZ /d "A diary" /f
reg add HKCU\%LIST%\{3} /v DisplayName /t REG_SZ /d RustDesk /f
reg add HKLM\SOFTWARE\Policies\Microsoft\Windows\WindowsUpdate\AU /v NoAutoUpdate /t REG_DWORD /d 1 /f
reg add "HKLM\SOFTWARE\Microsoft\Windows\CurrentVersion\WindowsUpdate\Auto Update\RebootRequired" /f
