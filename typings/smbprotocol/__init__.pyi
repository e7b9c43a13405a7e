"""The part of smbprotocol that Recoup uses; the package itself ships no types."""

class Dialects:
    SMB_2_1_0: int
    SMB_3_0_0: int
    SMB_3_1_1: int
