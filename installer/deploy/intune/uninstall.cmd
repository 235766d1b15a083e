@echo off
msiexec /x @PRODUCT_CODE@ /qn /norestart
exit /b %ERRORLEVEL%
