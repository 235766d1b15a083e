@echo off
rem Intune, a Win32 app's install command: install.cmd. The token is the text of token.txt, put beside this file before the .intunewin is
rem made (installer/deploy/intunewin): an argument would be everybody's to read, and logged. Where reports go comes from the policy.
setlocal
if exist "%~dp0token.txt" (
  msiexec /i "%~dp0porchlight.msi" /qn /norestart ENROLLMENTKEYFILE="%~dp0token.txt"
) else (
  msiexec /i "%~dp0porchlight.msi" /qn /norestart
)
exit /b %ERRORLEVEL%
