#![no_main]
libfuzzer_sys::fuzz_target!(|data: &[u8]| cooperation_fuzz::bodies::tables::tables(data));
